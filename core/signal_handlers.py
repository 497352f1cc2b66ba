"""One-line answers to framework signals; each calls an idempotent action."""

from functools import partial

from django.db import transaction
from django.db.models.signals import (
    post_delete,
    post_migrate,
    post_save,
    pre_delete,
    pre_save,
)
from wagtail.models import Page, UploadedFile
from wagtail.signals import (
    copy_for_translation_done,
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from core import search_index
from core.models.media import HubImage, make_safe_what_is_set_aside
from core.stamp import bump, shows_on_pages
from core.tasks import draft_translations, make_renditions
from core.translation import actions
from core.translation.state import is_source

# What saving a draft writes into the page's row; no reader sees any of it.
DRAFT_FIELDS = {
    "draft_title",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
    "live_revision",
    "locked",
    "locked_at",
    "locked_by",
}


def connect():
    """Connect the handlers, each once."""
    for signal, handler in (
        (page_published, on_published),
        (page_unpublished, on_unpublished),
        (post_page_move, on_moved),
        (page_slug_changed, on_changed),
        (copy_for_translation_done, on_changed),
        (pre_save, on_storing),
        (pre_delete, on_deleting),
        (post_save, on_saved),
        (post_save, on_picture_saved),
        (post_delete, on_gone),
        (post_migrate, on_migrated),
    ):
        signal.connect(handler, dispatch_uid=f"core.{handler.__name__}.{id(signal)}")


def on_published(sender, instance, **kwargs):
    if actions.is_drafted(page=instance):
        # What is scheduled or read in the other language must not lag behind.
        actions.draft_translations(page=instance)
    elif is_source(instance):
        transaction.on_commit(partial(draft_translations.enqueue, instance.pk))


def on_migrated(sender, **kwargs):
    search_index.prepare(sender.label)


def on_unpublished(sender, instance, **kwargs):
    actions.carry_unpublish(page=instance)


def on_moved(sender, instance, parent_page_before, parent_page_after, **kwargs):
    actions.carry_move(page=instance.specific)
    bump()


def on_changed(sender, **kwargs):
    bump()


def on_storing(sender, instance, **kwargs):
    if sender is UploadedFile:
        make_safe_what_is_set_aside(instance)


def on_deleting(sender, instance, **kwargs):
    if isinstance(instance, Page) and sender is not Page:
        actions.carry_delete(page=instance)


def on_saved(sender, instance, created=False, update_fields=None, raw=False, **kwargs):
    if not shows_on_pages(sender) or (update_fields and DRAFT_FIELDS.issuperset(update_fields)):
        return
    bump()
    audience = getattr(instance, "audience", None)
    if audience and not raw and audience != getattr(instance, "stored_audience", None):
        actions.carry_audience(page=instance)
        instance.stored_audience = audience


def on_picture_saved(sender, instance, raw=False, **kwargs):
    if sender is HubImage and not raw:
        transaction.on_commit(partial(make_renditions.enqueue, instance.pk))


def on_gone(sender, instance, **kwargs):
    if shows_on_pages(sender):
        bump()
