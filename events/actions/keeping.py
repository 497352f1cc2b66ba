"""The times of events, kept as rows that follow from their pages."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from core import stamp
from events.models import EventPage, KeptOccurrence
from events.times import occurrences_of

COLUMNS = ("day", "last_day", "starts_at", "ends_at", "is_all_day", "is_cancelled", "is_moved")


@transaction.atomic
def keep_occurrences(*, page: EventPage, now: datetime):
    """Let the rows of an event say what its Latvian page says; safe to do at any time."""
    key = page.translation_key
    source = EventPage.objects.filter(translation_key=key, locale__language_code="lv").first()
    series = source.series if source else None
    found = occurrences_of(series, timezone.localdate(now)) if series else []
    wanted = {each.of: each for each in found}
    rows = {row.of: row for row in KeptOccurrence.objects.filter(event_key=key)}
    changed = [row for of, row in rows.items() if of in wanted and _take_over(row, wanted[of])]
    gone = [row.pk for of, row in rows.items() if of not in wanted]
    new = [_row(key, each) for of, each in wanted.items() if of not in rows]
    if not (changed or gone or new):
        return
    KeptOccurrence.objects.filter(pk__in=gone).delete()
    KeptOccurrence.objects.bulk_update(changed, COLUMNS, batch_size=100)
    KeptOccurrence.objects.bulk_create(new, batch_size=500)
    stamp.bump()


def forget_occurrences(*, page: EventPage):
    """Forget the times of an event that is gone in every language."""
    key = page.translation_key
    if not EventPage.objects.filter(translation_key=key).exclude(pk=page.pk).exists():
        KeptOccurrence.objects.filter(event_key=key).delete()


def reach_further(now: datetime):
    """Keep the times of a further year of all events that go on, as the years go by."""
    pages = EventPage.objects.filter(locale__language_code="lv").exclude(repeats="once")
    for page in pages.order_by("pk").iterator(chunk_size=100):
        keep_occurrences(page=page, now=now)


def _row(key, occurrence) -> KeptOccurrence:
    row = KeptOccurrence(event_key=key, of=occurrence.of)
    _take_over(row, occurrence)
    return row


def _take_over(row: KeptOccurrence, occurrence) -> bool:
    """Write into the row what it should say; whether anything was different."""
    before = [getattr(row, name) for name in COLUMNS]
    for name in COLUMNS:
        setattr(row, name, getattr(occurrence, name))
    return before != [getattr(row, name) for name in COLUMNS]
