"""What the search does when a page changes, by whichever way it was changed."""

from django.db.models.signals import post_save

from core.entries import actions
from core.models import BasePage
from core.signal_handlers import DRAFT_FIELDS


def connect():
    """Connect the handler, once; when pages go, the database takes their entries along."""
    post_save.connect(on_saved, dispatch_uid="core.entries.on_saved")


def on_saved(sender, instance, update_fields=None, raw=False, **kwargs):
    if isinstance(instance, BasePage) and not raw and not _is_draft(update_fields):
        actions.keep_entry(page=instance)


def _is_draft(update_fields) -> bool:
    return bool(update_fields) and DRAFT_FIELDS.issuperset(update_fields)
