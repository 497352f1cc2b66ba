"""Making events; each takes what matters and guesses the rest."""

from datetime import date, time

from events.models import (
    CalendarPage,
    EventKind,
    EventPage,
    EventResult,
    FurtherDate,
    ProgrammeItem,
    SeriesChange,
    SeriesPause,
    SignUpQuestion,
)
from tests import world

DAY = date(2026, 11, 24)


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
