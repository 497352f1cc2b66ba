"""What editors say of the search, and what they learn from it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel

from core.entries.sought import words_in

MOST_TERMS, TERM_LETTERS = 12, 60
# What somebody searched for is cut to this; nobody types more who looks for something.
WORDS_LETTERS = 80
# Different words of one day; more than that is no people's interest.
MOST_A_DAY = 2000


def lines_of(text: str) -> list[str]:
    """The lines of a text that say anything."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def check_terms(text: str, least: int):
    """Raise ValidationError unless there are so many lines, each of words that can be found."""
    terms = lines_of(text)
    if not least <= len(terms) <= MOST_TERMS:
        raise ValidationError(
            _("Write from %(least)d to %(most)d lines.") % {"least": least, "most": MOST_TERMS}
        )
    for term in terms:
        if len(term) > TERM_LETTERS or not words_in(term, is_typed=False):
            raise ValidationError(_("Nobody can look for “%(term)s”.") % {"term": term[:60]})


class Synonyms(models.Model):
    """Words that mean the same: whoever looks for one finds the others too."""

    terms = models.TextField(
        _("words that mean the same"),
        max_length=1000,
        help_text=_("One on each line, of one or more words, in any form of them."),
    )

    panels = [FieldPanel("terms")]

    class Meta:
        verbose_name = _("words that mean the same")
        verbose_name_plural = _("words that mean the same")

    def __str__(self):
        return " = ".join(lines_of(self.terms))

    def clean(self):
        check_terms(self.terms, 2)


class PinnedPage(models.Model):
    """A page that editors put before everything else that is found by certain words."""

    terms = models.TextField(
        _("words"),
        max_length=1000,
        help_text=_("The page is shown first to whoever looks for the words of any line."),
    )
    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )

    panels = [FieldPanel("terms"), PageChooserPanel("page")]

    class Meta:
        verbose_name = _("page put first")
        verbose_name_plural = _("pages put first")

    def __str__(self):
        return f"{', '.join(lines_of(self.terms))} → {self.page.title}"

    def clean(self):
        check_terms(self.terms, 1)


class SearchedWordsQuerySet(models.QuerySet):
    def add(self, *, day, language: str, words: str, is_found: bool):
        """Count one more search for the words on the day."""
        missed, said = int(not is_found), {"day": day, "language": language, "words": words}
        more = {"times": F("times") + 1, "times_missed": F("times_missed") + missed}
        if not self.filter(**said).update(**more) and self.filter(day=day).count() < MOST_A_DAY:
            row = self.model(**said, times=1, times_missed=missed)
            self.bulk_create([row], ignore_conflicts=True)


class SearchedWords(models.Model):
    """How often words were searched for on a day; nobody can tell by whom."""

    day = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=5)
    words = models.CharField(_("words"), max_length=WORDS_LETTERS)
    times = models.PositiveIntegerField(_("searches"), default=0)
    times_missed = models.PositiveIntegerField(_("found nothing"), default=0)

    objects = SearchedWordsQuerySet.as_manager()

    class Meta:
        verbose_name = _("searched words")
        verbose_name_plural = _("searched words")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["day", "language", "words"], name="home_searched_words_once"
            )
        ]

    def __str__(self):
        return self.words
