"""Making events; each takes what matters and guesses the rest."""

from copy import copy
from datetime import date, datetime, time, timedelta
from uuid import uuid4

from django.db import connection
from django.utils import timezone
from wagtail.models import Page

from events.actions import propose
from events.models import (
    CalendarPage,
    EventKind,
    EventPage,
    EventResult,
    FurtherDate,
    KeptOccurrence,
    ProgrammeItem,
    Proposal,
    SeriesChange,
    SeriesPause,
    SignUpQuestion,
)
from tests import world

DAY = date(2026, 11, 24)
ROWS_AT_ONCE = 1000


def calendar(site) -> CalendarPage:
    """The calendar that the site begins with."""
    return CalendarPage.objects.child_of(site.home).get()


def kind(slug="darbnica") -> EventKind:
    """One of the kinds that the site begins with."""
    return EventKind.objects.get(slug=slug)


def event(parent, title="Talka", day=DAY, *, is_published=True, rows=(), **fields) -> EventPage:
    """An event below the calendar or a community, in the evening of the day unless said otherwise.

    `rows` are its pauses, changes, further days, parts of the programme, results and questions.
    """
    fields = {"kind": kind(), "starts": time(18), "ends": time(20), **fields}
    page = EventPage(title=title, first_date=day, **fields)
    for name, model in ROWS.items():
        mine = [row for row in rows if isinstance(row, model)]
        if mine:
            setattr(page, name, [_of_language(row, parent) for row in mine])
    return world.add(parent, page, is_published)


def proposal(community=None, person=None, **words) -> Proposal:
    """What somebody proposed for a community, or for the whole municipality."""
    said = {"title": "Zupas diena", "when": "oktobrī", "where": "Skola", "who": "Biedrība", **words}
    key = community.translation_key if community else None
    return propose(person=person, community_key=key, words=said, now=timezone.now())


ROWS = {
    "pauses": SeriesPause,
    "changes": SeriesChange,
    "further_dates": FurtherDate,
    "programme": ProgrammeItem,
    "results": EventResult,
    "questions": SignUpQuestion,
}


def _of_language(row, parent):
    if hasattr(row, "locale_id"):
        row.locale_id = parent.locale_id
    return row


def many_events(page: EventPage, days: list) -> None:
    """So many more events like this one beside it, as rows alone, each with times on its days.

    `days` holds the days of each event. Nothing is published, so that 100,000 take seconds.
    """
    above = page.get_parent()
    last = Page._str2int(above.get_last_child().path[-Page.steplen :])
    plain = Page.objects.get(pk=page.pk)
    keys = [uuid4() for _ in days]
    rows = [_page_row(plain, above, last + place, key) for place, key in enumerate(keys, start=1)]
    Page.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE)
    _copy_columns(page, [row.path for row in (rows[0], rows[-1])])
    Page.objects.filter(pk=above.pk).update(numchild=above.numchild + len(rows))
    times = (_time_row(key, day) for key, mine in zip(keys, days, strict=True) for day in mine)
    KeptOccurrence.objects.bulk_create(times, batch_size=ROWS_AT_ONCE)


def _page_row(plain: Page, above, place: int, key) -> Page:
    row = copy(plain)
    row.pk = row.id = None
    row._state = type(plain._state)()
    row.translation_key = key
    row.path = Page._get_path(above.path, above.depth + 1, place)
    row.slug = f"{plain.slug}-{place}"
    row.url_path = f"{above.url_path}{row.slug}/"
    row.latest_revision = row.live_revision = None
    return row


def _copy_columns(page: EventPage, paths: list[str]) -> None:
    own = [field.column for field in EventPage._meta.local_concrete_fields if not field.primary_key]
    names = ", ".join(f'"{name}"' for name in own)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO events_eventpage (page_ptr_id, {names}) "  # noqa: S608
            f"SELECT p.id, {', '.join(f'm.{name}' for name in own)} "
            "FROM wagtailcore_page p, events_eventpage m "
            "WHERE m.page_ptr_id = %s AND p.path BETWEEN %s AND %s AND p.depth = %s",
            [page.pk, *paths, page.depth],
        )


def _time_row(key, day: date) -> KeptOccurrence:
    starts_at = timezone.make_aware(datetime.combine(day, time(18)))
    ends_at = starts_at + timedelta(hours=2)
    return KeptOccurrence(
        event_key=key, of=day, day=day, last_day=day, starts_at=starts_at, ends_at=ends_at
    )
