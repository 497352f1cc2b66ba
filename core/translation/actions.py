"""Making the translations of a page, and letting them follow their source."""

from django.db import transaction
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from core.models.pages import Audience, page_types
from core.translation.state import is_complete, is_source


def other_locales(page):
    """The locales that the page can be translated into."""
    return Locale.objects.exclude(pk=page.locale_id).order_by("pk")


@transaction.atomic
def draft_translations(*, page):
    """Give a source page its drafts in the other languages, and bring existing ones up to date.

    The first drafts are made by the queue, so that whoever publishes does not wait for them. A live
    translation is replaced only when it stays complete; otherwise it waits for its editor.
    """
    if not is_source(page):
        return
    source, _created = TranslationSource.update_or_create_from_instance(page)
    for locale in other_locales(page):
        _draft_translation(source, page, locale)


def _draft_translation(source, page, locale):
    translation = _begin_translation(source, page, locale)
    if not translation.enabled:
        return
    target = page.get_translation_or_none(locale)
    if target is None or not target.live:
        translation.save_target(publish=False)
    elif is_complete(target):
        _publish_target(translation)


def _begin_translation(source, page, locale) -> Translation:
    """The place in which a page is translated, below a page that is there in that language."""
    parent = page.get_parent()
    if parent and parent.depth > 1 and not parent.has_translation(locale):
        draft_translations(page=parent.specific)
    return Translation.objects.get_or_create(source=source, target_locale=locale)[0]


def _publish_target(translation, user=None):
    # Published here and not when the transaction ends: by then the page may have changed again.
    translation.save_target(user=user, publish=False)
    target = translation.get_target_instance()
    target.get_latest_revision().publish(user=user)


def is_drafted(*, page) -> bool:
    """Whether the page is there in another language, be it as a draft."""
    return _translations(page).exists()


def carry_unpublish(*, page):
    """Take the translations of a source page off the site with it."""
    if is_source(page):
        for translation in _translations(page).filter(live=True):
            translation.unpublish(set_expired=page.expired)


def carry_delete(*, page):
    """Delete the translations of a source page with it."""
    if is_source(page):
        for key in _translations(page).values_list("pk", flat=True):
            # One translation may have gone with another that stood above it.
            if translation := Page.objects.filter(pk=key).first():
                translation.delete()


def carry_move(*, page):
    """Narrow a moved page to its new place; move its translations below that place's own."""
    _narrow_to_place(page)
    if not is_source(page):
        return
    for translation in _translations(page):
        parent = page.get_parent()
        if not parent.has_translation(translation.locale):
            draft_translations(page=parent.specific)
        new_parent = parent.get_translation(translation.locale)
        target, position = _place(page, new_parent)
        if target.pk != translation.pk:
            translation.refresh_from_db()
            translation.move(target, pos=position)


def _place(page, new_parent):
    """Where the translation belongs, so that both languages list pages in one order."""
    for sibling in page.get_next_siblings():
        counterpart = new_parent.get_children().filter(translation_key=sibling.translation_key)
        if found := counterpart.first():
            return found, "left"
    return new_parent, "last-child"


def _narrow_to_place(page):
    above = getattr(page.get_parent().specific, "audience", Audience.EVERYONE)
    if page.audience in Audience.wider_than(above):
        page.audience = above
        type(page).objects.filter(pk=page.pk).update(audience=above)
        carry_audience(page=page)


def carry_audience(*, page):
    """Give the page's audience to its translations, and narrow what lies below all of them."""
    for place in [page, *(_translations(page) if is_source(page) else [])]:
        if place.pk != page.pk:
            type(page).objects.filter(pk=place.pk).update(audience=page.audience)
        wider = Audience.wider_than(page.audience)
        for model in page_types() if wider else []:
            below = model.objects.descendant_of(place)
            below.filter(audience__in=wider).update(audience=page.audience)


def _translations(page):
    return Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)


@transaction.atomic
def translate(*, page, locale, texts: dict[str, str], user=None):
    """Translate a source page with the given texts, keyed by the source's, and publish it.

    Texts that are missing stay untranslated; raises UntranslatedError when any is.
    """
    translation = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=locale
    ).first()
    if translation is None:
        # As it is stored: the rows of a page that was just published have their numbers only there.
        stored = type(page).objects.get(pk=page.pk)
        source, _created = TranslationSource.update_or_create_from_instance(stored)
        translation = _begin_translation(source, page, locale)
    segments = StringSegment.objects.filter(source=translation.source)
    for segment in segments.select_related("string", "context"):
        text = texts.get(segment.string.data)
        if text is not None:
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=locale,
                context=segment.context,
                defaults={"data": text, "last_translated_by": user, "has_error": False},
            )
    _publish_target(translation, user)
