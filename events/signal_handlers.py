"""What events do when a page changes, by whichever way it was changed."""

from functools import partial

from django.db.models.signals import post_delete, post_save, pre_delete
from django.db.transaction import on_commit
from django.utils import timezone
from wagtail.signals import page_published, page_unpublished

from core.signal_handlers import DRAFT_FIELDS
from events.actions import forget_occurrences, keep_occurrences, keep_seats, tell_results
from events.actions.leaving import end_seats, farewells_of
from events.models import EventPage


def connect():
    """Connect the handlers, each once."""
    for signal, handler in (
        (page_published, on_published),
        (page_unpublished, on_unpublished),
        (post_save, on_saved),
        (pre_delete, on_going),
        (post_delete, on_gone),
    ):
        signal.connect(handler, sender=EventPage, dispatch_uid=f"events.{handler.__name__}")


def on_published(sender, instance, **kwargs):
    now = timezone.now()
    keep_occurrences(page=instance, now=now)
    # Afterwards and on its own: whoever signs up takes the seats first and the stamp last.
    on_commit(lambda: keep_seats(event_key=instance.translation_key, now=now))
    tell_results(page=instance, now=now)


def on_unpublished(sender, instance, **kwargs):
    on_commit(partial(keep_seats, event_key=instance.translation_key, now=timezone.now()))


def on_saved(sender, instance, update_fields=None, raw=False, **kwargs):
    if not raw and not (update_fields and DRAFT_FIELDS.issuperset(update_fields)):
        keep_occurrences(page=instance, now=timezone.now())


def on_going(sender, instance, **kwargs):
    now = timezone.now()
    # What is to be said is read as long as it is there, and done when it is gone.
    if farewells := farewells_of(page=instance, now=now):
        on_commit(partial(end_seats, farewells=farewells, now=now))


def on_gone(sender, instance, **kwargs):
    forget_occurrences(page=instance)
