"""What of the pages is searched, kept beside them, and the words that occur in it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchEntry(models.Model):
    """What of a page is found; who may find it is whoever may read the page."""

    page = models.OneToOneField(
        "wagtailcore.Page",
        on_delete=models.CASCADE,
        related_name="search_entry",
        verbose_name=_("page"),
    )
    kind = models.CharField(_("kind"), max_length=20)
    day = models.DateField(_("day"), null=True)
    title = models.CharField(_("title"), max_length=255)
    summary = models.TextField(_("summary"), blank=True)
    text = models.TextField(_("text"), blank=True)
    # Keys as `core.entries.keys` writes them: the first two for ranking, the last for finding.
    title_keys = models.TextField(editable=False)
    summary_keys = models.TextField(editable=False)
    search_keys = models.TextField(editable=False)

    class Meta:
        verbose_name = _("entry of the search")
        verbose_name_plural = _("entries of the search")
        default_permissions = ()

    def __str__(self):
        return self.title


class SearchWord(models.Model):
    """A word that occurs in an entry, as its key; found by what typing errors leave of it."""

    key = models.CharField(_("word"), max_length=80, unique=True)
    search_keys = models.TextField(editable=False)

    class Meta:
        verbose_name = _("word of the search")
        verbose_name_plural = _("words of the search")
        default_permissions = ()

    def __str__(self):
        return self.key
