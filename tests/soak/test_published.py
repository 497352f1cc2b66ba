"""What the trial of the feeds takes from calendar pages, and what it calls a fault."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string

from events.models import KeptOccurrence
from tests.soak.published import Published, Shown, rows_of

DAY = date(2026, 12, 1)
AT_SIX = datetime(2026, 12, 1, 16, tzinfo=UTC)
OTHER = datetime(2026, 12, 8, 16, tzinfo=UTC)
FIRST = date(2026, 11, 1)


def listed(**fields) -> list[Shown]:
    """What is taken from the list of a day with one event, as the site writes its rows."""
    shown = KeptOccurrence(**{"day": DAY, "last_day": DAY, "starts_at": AT_SIX, **fields})
    shown.page = SimpleNamespace(title="Talka", url_path="/lv/kalendars/talka/")
    row = render_to_string("events/occurrence_row.html", {"shown": shown, "year": 2026})
    return list(rows_of(f'<h3><time datetime="{DAY}">1.</time></h3><ul><li>{row}</li></ul>'))


def test_rows_are_read_as_they_are_written():
    path = "/lv/kalendars/talka/"
    assert listed() == [Shown(path, DAY, AT_SIX)]
    assert listed(is_all_day=True) == [Shown(path, DAY, None)]
    before = DAY - timedelta(days=2)
    assert listed(day=before) == [Shown(path, before, None)]
    assert listed(is_cancelled=True) == []


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        ([(AT_SIX, AT_SIX)], ""),
        ([(AT_SIX, AT_SIX), (datetime(2020, 1, 1, tzinfo=UTC),) * 2], ""),
        ([], "less"),
        ([(AT_SIX, AT_SIX), (OTHER, OTHER)], "more"),
        ([(AT_SIX + timedelta(hours=1),) * 2], "not at"),
        ("2 errors", "2 errors"),
    ],
)
def test_what_differs_is_a_fault(seen, words):
    published = Published("/a.ics", b"", {Shown("/talka/", DAY, AT_SIX)})
    fault = published.fault(seen, FIRST)
    assert words in fault
    assert bool(fault) == bool(words)
