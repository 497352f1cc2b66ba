"""What is known about a page and its translations."""

from functools import cache

from django.conf import settings
from django.db.models import Exists, Max, OuterRef
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale
from wagtail_localize.fields import TranslatableField, get_translatable_fields
from wagtail_localize.models import StringSegment, StringTranslation, Translation

TEXT_SHOWN = 60


class UntranslatedError(Exception):
    """A translation would go live with text that nobody has translated."""

    message = _(
        "This page is not fully translated yet, so it was not published. "
        "Translate the remaining texts and publish again."
    )

    def __init__(self, page):
        super().__init__(f"page {page.pk} is not fully translated")
        self.page = page


@cache
def code_of(locale_id: int) -> str:
    """The language code of a locale; a locale never changes its language."""
    return Locale.objects.get(pk=locale_id).language_code


def is_source(page) -> bool:
    """Whether the page is written in the source language."""
    return code_of(page.locale_id) == settings.LANGUAGE_CODE


def is_in_step(page) -> bool:
    """Whether the translations of a source page know it as it was last published."""
    known = Translation.objects.filter(
        source__object_id=page.translation_key, source__last_updated_at__gte=page.last_published_at
    )
    return known.count() == Locale.objects.exclude(pk=page.locale_id).count()


def missing_strings(page) -> int | None:
    """How many texts of a translation are untranslated; None when it is not kept in step."""
    translation = _translation_of(page)
    if translation is None:
        return 1
    if not translation.enabled:
        return None
    total, done = translation.get_progress()
    return total - done


def untranslated_texts(page, limit: int) -> list[str]:
    """The first texts of a translation that nobody has translated, as the source says them."""
    translation = _translation_of(page)
    if translation is None:
        return []
    translated = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale_id=translation.target_locale_id,
        has_error=False,
    )
    segments = StringSegment.objects.filter(~Exists(translated), source_id=translation.source_id)
    texts = segments.order_by("order", "pk").values_list("string__data", flat=True)
    return [Truncator(strip_tags(text)).chars(TEXT_SHOWN) for text in texts[:limit]]


def is_complete(page) -> bool:
    """Whether every text of a translation is translated, or an editor has detached it."""
    return not missing_strings(page)


def is_current(page, revision) -> bool:
    """Whether the revision was made since a text of the translation, or its source, changed."""
    translation = _translation_of(page)
    if translation is None or not translation.enabled:
        return True
    texts = StringTranslation.objects.filter(
        locale_id=page.locale_id, context__object_id=page.translation_key
    )
    changed_at = texts.aggregate(last=Max("updated_at"))["last"]
    source_changed_at = translation.source.last_updated_at
    return revision.created_at >= max(source_changed_at, changed_at or source_changed_at)


def _translation_of(page) -> Translation | None:
    translations = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id
    )
    return translations.select_related("source").first()


def words(page) -> list:
    """The translatable values that are stored in the page's own columns, for comparing."""
    names = {
        field.field_name
        for field in get_translatable_fields(type(page))
        if isinstance(field, TranslatableField)
    }
    fields = [field for field in page._meta.concrete_fields if field.name in names]
    return [field.get_prep_value(field.value_from_object(page)) for field in fields]
