"""What Outlook and programs like it write is read as it was meant."""

from datetime import datetime

import pytest

from tests.events import feeds
from tests.events.test_icalendar_reading import AT_SIX, only, outside, reading, starts

THREE = f"{AT_SIX}\nRRULE:FREQ=WEEKLY;COUNT=3"
MIDNIGHTS = (
    "DTSTART;TZID=FLE Standard Time:20260623T000000\nDTEND;TZID=FLE Standard Time:20260625T000000"
)
DAYS = "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"


@pytest.mark.parametrize(
    "name",
    [
        ":20260310T160000Z",
        ":20260310T180000",
        ";TZID=Europe/Riga:20260310T180000",
        ";TZID=Europe/Stockholm:20260310T170000",
        ';TZID="W. Europe Standard Time":20260310T170000',
        ";TZID=tzone://Microsoft/Utc:20260310T160000",
        ";VALUE=DATE:20260310",
        ";TZID=Europe/Riga:20260310T000000",
    ],
)
def test_a_time_of_a_series_is_known_however_it_is_named(name):
    assert starts(f"{THREE}\nEXDATE{name}") == ["03-03 16:00", "03-17 16:00"]
    moved = f"UID:a\nSUMMARY:Koris\nRECURRENCE-ID{name}\nDTSTART:20260312T180000"
    found = starts(f"UID:a\nSUMMARY:Koris\n{THREE}", moved)
    assert found == ["03-03 16:00", "03-12 16:00", "03-17 16:00"]


def test_a_time_is_taken_out_beyond_a_change_of_clocks():
    series = f"{AT_SIX}\nRRULE:FREQ=WEEKLY;COUNT=5"
    assert starts(f"{series}\nEXDATE;TZID=Europe/London:20260331T160000")[-1] == "03-24 16:00"


@pytest.mark.parametrize(
    ("further", "found"),
    [
        (":20260305T160000Z", "05 16:00-05 18:00"),
        (";VALUE=DATE:20260305", "05 16:00-05 18:00"),
        (";TZID=Europe/Stockholm:20260305T170000", "05 16:00-05 18:00"),
        (";VALUE=PERIOD:20260305T160000Z/PT30M", "05 16:00-05 16:30"),
        (";VALUE=PERIOD:20260305T180000/20260306T013000", "05 16:00-05 23:30"),
        (
            ";VALUE=PERIOD;TZID=FLE Standard Time:20260305T180000/20260305T183000",
            "05 16:00-05 16:30",
        ),
        (";TZID=tzone://Microsoft/Custom:20260305T180000", "05 16:00-05 18:00"),
    ],
)
def test_further_times_are_read_and_take_as_long_as_is_said(further, found):
    first, second = reading(outside(f"{AT_SIX}\nRDATE{further}")).events
    assert f"{second.starts_at:%d %H:%M}-{second.ends_at:%d %H:%M}" == found
    assert (first.ends_at - first.starts_at).seconds == 7200


@pytest.mark.parametrize("length", ["P90000D", "20260304T160000Z", "99990304T160000Z"])
def test_a_further_time_of_no_sensible_length_leaves_the_event_out(length):
    found = reading(outside(f"{AT_SIX}\nRDATE;VALUE=PERIOD:20260305T160000Z/{length}"))
    assert (found.events, found.left_out) == ((), 1)


def test_from_midnight_to_midnight_is_whole_days_where_that_is_meant():
    event = only(f"{MIDNIGHTS}\n{DAYS}")
    assert event.is_all_day
    assert event.starts_at == datetime(2026, 6, 23, tzinfo=feeds.RIGA)
    assert event.ends_at == datetime(2026, 6, 25, tzinfo=feeds.RIGA)
    assert only(f"DTSTART:20260622T210000Z\nDTEND:20260623T210000Z\n{DAYS}").is_all_day
    assert not only(MIDNIGHTS).is_all_day
    assert not only(f"{AT_SIX}\n{DAYS}").is_all_day


def test_whole_days_come_again_as_days():
    rule = "RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;TZID=FLE Standard Time:20260630T000000"
    found = reading(outside(f"{MIDNIGHTS}\n{DAYS}\n{rule}")).events
    assert [one.of for one in found] == ["20260623", "20260707"]


def test_a_time_without_a_title_has_that_of_its_series():
    moved = "UID:a\nRECURRENCE-ID:20260310T160000Z\nDTSTART:20260312T180000"
    found = reading(outside(f"UID:a\nSUMMARY:Koris\n{THREE}", moved))
    assert [one.title for one in found.events] == ["Koris"] * 3
    assert found.events[1].starts_at.day == 12
    alone = reading(outside(moved, AT_SIX))
    assert (len(alone.events), alone.left_out) == (1, 1)


def test_what_is_said_as_a_page_alone_is_read():
    page = (
        "X-ALT-DESC;FMTTYPE=text/html:<html><head><title>Exchange</title></head>"
        "<body>\\n<p>Nāciet\\, visi</p></body></html>"
    )
    for said in ("", "DESCRIPTION:\\n\n"):
        assert only(f"{AT_SIX}\n{said}{page}").text == "Nāciet, visi"
    assert only(f"{AT_SIX}\nDESCRIPTION:Īsi\n{page}").text == "Īsi"
