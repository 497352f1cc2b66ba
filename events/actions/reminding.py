"""Those who come are reminded before it begins, each once of each time."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from events.models import EventPage, KeptOccurrence, SignUp
from events.sign_up import telling


def remind(now: datetime):
    """Queue the reminders that are due; whoever signed up later than that needs none."""
    pages = EventPage.objects.live().filter(
        locale__language_code="lv", takes_sign_ups=True, reminder_hours__isnull=False
    )
    for page in pages.exclude(status=EventPage.Status.CANCELLED).order_by("pk").iterator():
        before = timedelta(hours=page.reminder_hours)
        times = KeptOccurrence.objects.filter(
            event_key=page.translation_key,
            starts_at__gt=now,
            starts_at__lte=now + before,
            is_cancelled=False,
        )
        for occurrence in times.order_by("starts_at"):
            _remind_of(occurrence, occurrence.starts_at - before, now)


def _remind_of(occurrence, due_at: datetime, now: datetime):
    here = Q(seating__of=None) | Q(seating__of=occurrence.of)
    rows = SignUp.objects.confirmed().filter(here, seating__event_key=occurrence.event_key)
    rows = rows.filter(person__isnull=False, signed_up_at__lt=due_at)
    # Told apart from NULL, which is unlike everything.
    rows = rows.filter(Q(reminded_of=None) | ~Q(reminded_of=occurrence.of))
    for sign_up in rows.select_related("person").order_by("pk"):
        with transaction.atomic():
            SignUp.objects.filter(pk=sign_up.pk).update(reminded_of=occurrence.of)
            telling.reminder(sign_up, occurrence.of, now)
