"""Calendars of others: what is in them is found, and nothing in them can do harm."""

import contextlib
import time as clock
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from events.icalendar.reading import CalendarUnreadable, read
from events.icalendar.writing import calendar
from events.recurrence.rule import Timing
from tests.events import feeds
from tests.events.rules import properties

FROM = datetime(2026, 1, 1, tzinfo=feeds.RIGA)
UNTIL = datetime(2027, 1, 1, tzinfo=feeds.RIGA)
TITLE = "SUMMARY:Koncerts"
AT_SIX = "DTSTART;TZID=Europe/Riga:20260303T180000\nDTEND;TZID=Europe/Riga:20260303T200000"


def outside(*events: str) -> bytes:
    """A calendar of these events, with a name and a title for those that bring none."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//A//B//LV"]
    for number, event in enumerate(events):
        usual = [] if event.startswith(("UID:", "SUMMARY:")) else [f"UID:{number}", TITLE]
        lines += ["BEGIN:VEVENT", *usual, *event.splitlines(), "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def reading(data: bytes):
    return read(data, zone=feeds.RIGA, from_=FROM, until=UNTIL)


def only(*events: str):
    found = reading(outside(*events))
    assert found.left_out == 0
    [event] = found.events
    return event


def starts(*events: str) -> list[str]:
    return [f"{one.starts_at:%m-%d %H:%M}" for one in reading(outside(*events)).events]


def test_all_that_is_known_of_an_event():
    event = only(
        f"UID:7@kn.test\nSUMMARY:Koncerts\\, ieeja brīva\nDESCRIPTION:Nāciet\\nvisi\n"
        f"LOCATION:Kultūras nams\nURL:https://kn.test/7?a=1\nSEQUENCE:2\n{AT_SIX}\n"
        f"LAST-MODIFIED:20260201T101112Z"
    )
    assert (event.uid, event.of, event.sequence) == ("7@kn.test", "", 2)
    assert (event.title, event.text) == ("Koncerts, ieeja brīva", "Nāciet\nvisi")
    assert (event.place, event.url) == ("Kultūras nams", "https://kn.test/7?a=1")
    assert event.starts_at == datetime(2026, 3, 3, 16, tzinfo=UTC)
    assert event.ends_at == datetime(2026, 3, 3, 18, tzinfo=UTC)
    assert event.starts_at.tzinfo is event.ends_at.tzinfo is UTC
    assert event.modified_at == datetime(2026, 2, 1, 10, 11, 12, tzinfo=UTC)
    assert not event.is_all_day and not event.is_cancelled


@pytest.mark.parametrize(
    "start",
    [
        "DTSTART:20260701T180000",
        "DTSTART:20260701T150000Z",
        "DTSTART;TZID=Europe/Riga:20260701T180000",
        "DTSTART;TZID=FLE Standard Time:20260701T180000",
        "DTSTART;TZID=Customized Time Zone:20260701T180000",
        "DTSTART;TZID=../../../etc/passwd:20260701T180000",
        "DTSTART;TZID=Europe/Stockholm:20260701T170000",
    ],
)
def test_times_without_a_known_zone_are_of_the_site(start):
    event = only(start)
    assert event.starts_at == event.ends_at == datetime(2026, 7, 1, 15, tzinfo=UTC)


def test_whole_days_are_midnights_of_the_site():
    event = only("DTSTART;VALUE=DATE:20260623\nDTEND;VALUE=DATE:20260625")
    assert event.is_all_day
    assert event.starts_at == datetime(2026, 6, 23, tzinfo=feeds.RIGA)
    assert event.ends_at == datetime(2026, 6, 25, tzinfo=feeds.RIGA)


def test_a_series_keeps_its_time_on_the_wall():
    rule = "RRULE:FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1;COUNT=3"
    assert starts(f"{AT_SIX}\n{rule}") == ["03-03 16:00", "04-07 15:00", "05-05 15:00"]


def test_a_series_with_days_taken_out_moved_and_cancelled():
    found = reading(
        outside(
            f"UID:a\nSUMMARY:Koris\n{AT_SIX}\nRRULE:FREQ=WEEKLY;UNTIL=20260401\n"
            "EXDATE;TZID=Europe/Riga:20260310T180000",
            "UID:a\nSUMMARY:Koris citur\nRECURRENCE-ID;TZID=Europe/Riga:20260317T180000\n"
            "DTSTART;TZID=Europe/Riga:20260318T190000",
            "UID:a\nSUMMARY:Koris\nRECURRENCE-ID:20260324T160000Z\nDTSTART:20260324T160000Z\n"
            "STATUS:CANCELLED",
        )
    )
    assert [(one.of, f"{one.starts_at:%m-%d %H}", one.is_cancelled) for one in found.events] == [
        ("20260303T160000Z", "03-03 16", False),
        ("20260317T160000Z", "03-18 17", False),
        ("20260324T160000Z", "03-24 16", True),
        ("20260331T150000Z", "03-31 15", False),
    ]
    assert found.events[1].title == "Koris citur"


def test_what_comes_once_keeps_its_name_when_it_is_moved():
    assert only("DTSTART:20260701T180000").of == only("DTSTART:20260702T180000").of == ""


def test_only_what_is_between_the_moments_is_taken():
    assert starts("DTSTART:20251231T120000", "DTSTART:20270101T120000") == []
    assert len(starts("DTSTART:20200101T120000\nRRULE:FREQ=DAILY")) == 365
    far = read(
        outside("DTSTART:20260101T120000\nRRULE:FREQ=DAILY"),
        zone=feeds.RIGA,
        from_=FROM,
        until=datetime(2099, 1, 1, tzinfo=UTC),
    )
    assert len(far.events) == 800


def test_our_own_feed_is_read_as_it_was_written():
    timing = Timing(date(2026, 3, 3), time(18), timedelta(hours=2))
    entry = feeds.entry(timing, feeds.weekly(timing, 40))
    found = reading(calendar("K", [entry], url=feeds.PAGE))
    assert [(one.starts_at, one.ends_at) for one in found.events] == feeds.taking_place(
        entry.occurrences
    )


@pytest.mark.parametrize(
    ("said", "read_as"),
    [
        ("<p>Nāciet <b>visi</b>!</p><br>5 &lt; 7", "Nāciet visi!\n\n5 < 7"),
        ("<script>alert(1)</script>Koris", "Koris"),
        ("Tom &amp; Anna", "Tom &amp; Anna"),
        ("a\x00b\x1b\u2028c", "ab\nc"),
    ],
)
def test_descriptions_are_plain(said, read_as):
    assert only(f"{AT_SIX}\nDESCRIPTION:{said}".replace("\u2028", "\\n")).text == read_as


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "https://", "http://[", "//a.test", "a b"],
)
def test_only_addresses_of_pages_are_kept(url):
    assert only(f"{AT_SIX}\nURL:{url}").url == ""


def test_long_words_are_cut():
    event = only(f"{AT_SIX}\nLOCATION:{'ā' * 9000}\nDESCRIPTION:{'ē' * 90000}")
    assert (len(event.place), len(event.text)) == (255, 5000)


BAD = [
    "DTSTART:20269999T180000",
    "DTSTART:soon",
    "LOCATION:nekur",
    "DTSTART:00010101T000000",
    "DTSTART:20260303T180000\nDTEND:20990303T180000",
    "DTSTART:20260303T180000\nDURATION:P99999D",
    "DTSTART:20260303T180000\nDTEND:20260303T170000",
    "DTSTART:20260303T180000\nSEQUENCE:daudz",
    "UID:a\nDTSTART:20260303T180000",
    "SUMMARY:a\nUID:\nDTSTART:20260303T180000",
]
ENDLESS = [
    "FREQ=SECONDLY",
    "FREQ=MINUTELY",
    "FREQ=HOURLY",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
    "FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=1,2,3;BYSECOND=1,2,3",
    "FREQ=WEEKLY;BYEASTER=1",
    "FREQ=YEARLY;BYYEARDAY=366",
    "FREQ=WEEKLY\nRRULE:FREQ=DAILY",
    "FREQ=WEEKLY\nEXRULE:FREQ=SECONDLY",
    "INTERVAL=1",
    "nonsense",
]


@pytest.mark.parametrize(
    "event", [*BAD, *[f"DTSTART:20260303T180000\nRRULE:{rule}" for rule in ENDLESS]]
)
def test_what_cannot_be_taken_is_left_out_and_counted(event):
    start = clock.process_time()
    found = reading(outside("DTSTART:20260301T180000", event, "DTSTART:20260304T180000"))
    assert [one.starts_at.day for one in found.events] == [1, 4]
    assert found.left_out == 1
    assert clock.process_time() - start < 3


def test_a_rule_that_never_has_a_time_comes_to_its_end():
    found = reading(outside(f"{AT_SIX}\nRRULE:FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1"))
    assert len(found.events) == 1


def test_what_an_event_holds_inside_is_not_read():
    alarm = "BEGIN:VALARM\nACTION:DISPLAY\nSUMMARY:Zvans\nTRIGGER:-PT15M\nEND:VALARM"
    assert only(f"{AT_SIX}\n{alarm}").title == "Koncerts"


def test_a_zone_that_a_calendar_describes_itself_is_not_followed():
    zone = (
        "BEGIN:VTIMEZONE\r\nTZID:X\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        "RRULE:FREQ=SECONDLY\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0900\r\nEND:STANDARD\r\n"
        "END:VTIMEZONE\r\nBEGIN:VEVENT"
    )
    data = outside("DTSTART;TZID=X:20260303T180000")
    found = reading(data.replace(b"BEGIN:VEVENT", zone.encode()))
    assert [one.starts_at.hour for one in found.events] == [16]


def test_a_calendar_that_breaks_off_gives_what_is_whole():
    data = outside("DTSTART:20260301T180000", "DTSTART:20260304T180000")
    assert len(reading(data[:-60]).events) == 1


@pytest.mark.parametrize("data", [b"", b"<html>", b"\xff\xfe\x00", b"VCALENDAR", b"BEGIN:VCARD"])
def test_what_is_no_calendar_is_refused_kindly(data):
    with override("en"), pytest.raises(CalendarUnreadable, match="no calendar at this address"):
        reading(data)


def test_a_calendar_that_is_too_large_is_refused_before_it_is_read():
    with override("en"), pytest.raises(CalendarUnreadable, match="larger than 2 MB"):
        reading(outside("DTSTART:20260301T180000") + b" " * 2**21)


def test_other_letters_and_a_mark_at_the_beginning_do_no_harm():
    assert reading(b"\xef\xbb\xbf" + outside("DTSTART:20260301T180000")).events
    [event] = reading(outside(AT_SIX).replace(b"Koncerts", b"Kork\xf5is")).events
    assert event.title == "Kork\ufffdis"


def test_what_is_too_much_is_counted():
    daily = ["DTSTART:20260101T100000\nRRULE:FREQ=DAILY"] * 8
    found = reading(outside(*daily, "DTSTART:20260301T180000"))
    assert len(found.events) == 2000
    assert found.left_out > 0
    short = outside(*["SUMMARY:a"] * 5000, "DTSTART:20260301T180000")
    assert reading(short).left_out == 5001
    ended = ["DTSTART:20260101T100000\nRRULE:FREQ=DAILY;COUNT=1"] * 202
    assert reading(outside(*ended)).left_out == 2
    dates = ",".join(
        f"202603{day:02}T{hour:02}{minute:02}00"
        for day in range(1, 19)
        for hour in range(24)
        for minute in (0, 20, 40)
    )
    assert reading(outside(f"DTSTART:20260301T180000\nRDATE:{dates}")).left_out == 1


@properties
@given(st.binary())
def test_no_octets_do_harm(octets):
    # What begins like a calendar is one, with nothing in it.
    with contextlib.suppress(CalendarUnreadable):
        assert reading(octets).events == ()


@properties
@given(st.lists(st.sampled_from(outside(*BAD, AT_SIX).splitlines(keepends=True)), max_size=30))
def test_no_order_of_lines_does_harm(lines):
    reading(b"BEGIN:VCALENDAR\r\n" + b"".join(lines))
