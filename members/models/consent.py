import re

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ConsentTextQuerySet(models.QuerySet):
    def current(self, kind: str, language: str, now):
        """The text that people agree to now; None when there is none in the language."""
        valid = self.filter(kind=kind, language=language, valid_from__lte=now)
        return valid.order_by("-valid_from", "-version").first()


class ConsentText(models.Model):
    """One version of what people agree to; a new version is a new row."""

    class Kind(models.TextChoices):
        RULES = "rules", _("Rules and privacy")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.RULES)
    version = models.PositiveIntegerField(_("version"), editable=False)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    text = models.TextField(
        _("text"), help_text=_("An empty line begins a new paragraph, and “# ” a heading.")
    )
    valid_from = models.DateTimeField(_("valid from"))

    objects = ConsentTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent text")
        verbose_name_plural = _("consent texts")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "language", "version"], name="members_one_text_per_version"
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.version} ({self.language})"

    @property
    def parts(self) -> list[tuple[bool, str]]:
        """The text by paragraphs, each with whether it is a heading."""
        parts = re.split(r"\n\s*\n", self.text.replace("\r\n", "\n").strip())
        return [(part.startswith("# "), part.removeprefix("# ").strip()) for part in parts]


class Consent(models.Model):
    """That a person agreed to a text, and when."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="consents")
    text = models.ForeignKey(ConsentText, models.PROTECT, related_name="consents")
    given_at = models.DateTimeField(_("given"))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "text"], name="members_one_consent_per_text")
        ]

    def __str__(self):
        return f"{self.text_id} {self.given_at:%Y-%m-%d}"
