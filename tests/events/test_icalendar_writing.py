"""Feeds: every program is told the same times, and nothing typed gets out of its line."""

import time as clock
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from events.icalendar.entry import Place, Status, uid_of
from events.icalendar.writing import calendar
from events.recurrence.rule import Frequency, Rule, Series, Timing
from tests.events import feeds
from tests.events.rules import properties

EVENING = Timing(date(2026, 3, 3), time(18), timedelta(hours=2))
TUESDAYS = "FREQ=WEEKLY;BYDAY=TU;UNTIL=20260505T150000Z"


def feed_of(*entries) -> bytes:
    with override("en"):
        return calendar("Kalendārs", entries, url=feeds.PAGE)


def seen(entry) -> list[tuple]:
    return feeds.read_by_python(feed_of(entry))


def weekly(**more):
    return feeds.entry(EVENING, feeds.weekly(EVENING, 10), bare_rule=TUESDAYS, **more)


def changed(entry, number: int, **differs):
    """The entry with this one of its times changed."""
    times = list(entry.occurrences)
    times[number] = replace(times[number], **differs)
    return replace(entry, occurrences=tuple(times))


def test_all_that_is_said_of_one_event():
    feed = feed_of(feeds.entry(EVENING, feeds.weekly(EVENING, 1), sequence=3))
    [event] = feeds.events_in(feed)
    assert event["UID"] == "5f0c@gulbene.test"
    assert event["SEQUENCE"] == 3
    assert event["SUMMARY"] == "Talka"
    assert event["DESCRIPTION"] == f"Kopjam parku.\n\n{feeds.PAGE}talka/"
    assert event["URL"] == f"{feeds.PAGE}talka/"
    assert event["LOCATION"] == "Parks, Parka iela 1, Tirza"
    assert event["GEO"].to_ical() == "57.134568;26.4"
    assert event["CATEGORIES"].cats == ["Talka", "Tirza"]
    assert event["CONTACT"] == "Tirzas pagasts"
    assert event["STATUS"] == "CONFIRMED"
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == event["CREATED"].dt == feeds.MADE_AT
    assert b"DTSTART;TZID=Europe/Riga:20260303T180000\r\n" in feed
    assert b"DTEND;TZID=Europe/Riga:20260303T200000\r\n" in feed


def test_what_is_not_known_is_not_written():
    times = feeds.weekly(EVENING, 1)
    bare = feeds.entry(EVENING, times, summary="", place=Place(), categories=(), organiser="")
    [event] = feeds.events_in(feed_of(bare))
    assert not {"LOCATION", "GEO", "CATEGORIES", "CONTACT", "RRULE", "RDATE"} & set(event)
    assert event["DESCRIPTION"] == f"{feeds.PAGE}talka/"


def test_the_calendar_has_a_name_and_a_page():
    read = icalendar.Calendar.from_ical(feed_of())
    assert read["NAME"] == read["X-WR-CALNAME"] == "Kalendārs"
    assert read["URL"] == feeds.PAGE
    assert read["VERSION"] == "2.0"
    assert "METHOD" not in read
    assert feed_of().startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert feed_of().endswith(b"END:VCALENDAR\r\n")


def test_when_it_was_made_and_changed():
    changed_at = feeds.MADE_AT + timedelta(days=1)
    [event] = feeds.events_in(feed_of(weekly(modified_at=changed_at)))
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == changed_at
    assert event["CREATED"].dt == feeds.MADE_AT


def test_the_zone_is_right_on_every_day_until_2037():
    [zone] = icalendar.Calendar.from_ical(feed_of()).walk("VTIMEZONE")
    assert {part.name for part in zone.subcomponents} == {"STANDARD", "DAYLIGHT"}
    assert [list(part) for part in zone.subcomponents] == [
        ["DTSTART", "RRULE", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME"]
    ] * 2
    riga = zone.to_tz(lookup_tzid=False)
    for day in range(365 * 11):
        noon = datetime(2026, 1, 1, 12) + timedelta(days=day)  # noqa: DTZ001
        assert riga.utcoffset(noon) == noon.replace(tzinfo=feeds.RIGA).utcoffset(), noon


def test_a_uid_is_made_of_the_key_and_the_host():
    assert uid_of("5f0c", "gulbene.test") == "5f0c@gulbene.test"


def test_a_rule_on_which_programs_agree_is_given_as_such():
    entry = weekly()
    feed = feed_of(entry)
    assert f"RRULE:{TUESDAYS}\r\n".encode() in feed
    assert b"RDATE" not in feed and b"EXDATE" not in feed
    assert feed.count(b"BEGIN:VEVENT") == 1
    assert seen(entry) == feeds.taking_place(entry.occurrences)


def test_without_such_a_rule_every_time_is_listed():
    entry = replace(weekly(), bare_rule=None)
    feed = feed_of(entry)
    # The first is the DTSTART and would be there twice; no zone is left for a program to forget.
    assert b"\r\nDTSTART:20260303T160000Z\r\n" in feed
    assert b"\r\nRDATE:20260310T160000Z," in feed
    # Without a rule ical.js leaves the first out.
    assert b"\r\nRRULE:FREQ=DAILY;COUNT=1\r\n" in feed
    assert seen(entry) == feeds.taking_place(entry.occurrences)


def test_the_first_day_is_the_series_own_in_whatever_order_they_come():
    entry = weekly()
    assert feed_of(replace(entry, occurrences=entry.occurrences[::-1])) == feed_of(entry)


@pytest.mark.parametrize("lasts", [timedelta(-1), timedelta(0)])
@pytest.mark.parametrize("starts", [time(18), None])
def test_a_length_that_is_nonsense_is_mended_as_the_times_are(lasts, starts):
    series = Series(Timing(date(2026, 3, 3), starts, lasts), Rule(Frequency.WEEKLY, count=3))
    entry = feeds.entry_of(series)
    # All three are told by the series: none of them needs words of its own.
    [event] = feeds.events_in(feed_of(entry))
    assert event.end > event.start
    assert seen(entry) == feeds.taking_place(entry.occurrences)


def test_a_pause_is_taken_out_of_the_rule():
    entry = weekly()
    entry = replace(entry, occurrences=entry.occurrences[:3] + entry.occurrences[5:])
    assert b"EXDATE;TZID=Europe/Riga:20260324T180000,20260331T180000\r\n" in feed_of(entry)
    assert seen(entry) == feeds.taking_place(entry.occurrences)


def test_a_time_that_the_rule_does_not_give_is_added():
    entry = weekly()
    more = feeds.occurrence(EVENING, date(2026, 4, 1))
    entry = replace(entry, occurrences=(*entry.occurrences, more))
    assert b"RDATE;TZID=Europe/Riga:20260401T180000\r\n" in feed_of(entry)
    assert seen(entry) == feeds.taking_place(entry.occurrences)


@pytest.mark.parametrize("rule", [TUESDAYS, None])
@pytest.mark.parametrize("place", [0, 4, 9])
@pytest.mark.parametrize("note", ["", "Ceļš slēgts"])
def test_a_skipped_time_is_gone(rule, place, note):
    entry = changed(replace(weekly(), bare_rule=rule), place, is_cancelled=True, note=note)
    assert seen(entry) == feeds.taking_place(entry.occurrences)
    assert len(seen(entry)) == 9


def test_a_time_that_is_skipped_for_a_reason_says_so():
    entry = changed(weekly(), 4, is_cancelled=True, note="Ceļš slēgts")
    _series, event = feeds.events_in(feed_of(entry))
    assert event["STATUS"] == "CANCELLED"
    assert event["SUMMARY"] == "Cancelled: Talka"
    assert event["DESCRIPTION"].startswith("Ceļš slēgts\n\nKopjam")
    assert event["RECURRENCE-ID"].dt == entry.occurrences[4].starts_at


@pytest.mark.parametrize("rule", [TUESDAYS, None])
@pytest.mark.parametrize("place", [0, 4, 9])
def test_a_moved_time_keeps_its_name(rule, place):
    entry = replace(weekly(), bare_rule=rule)
    was = entry.occurrences[place].starts_at
    new = was + timedelta(days=2, hours=-1)
    ends = new + timedelta(hours=3)
    entry = changed(entry, place, starts_at=new, ends_at=ends, is_moved=True)
    _series, event = feeds.events_in(feed_of(entry))
    assert event["UID"] == entry.uid
    assert event["RECURRENCE-ID"].dt == was
    assert (event.start, event.end) == (new, ends)
    assert seen(entry) == feeds.taking_place(entry.occurrences)


def test_a_time_at_another_place_says_where_and_why():
    entry = changed(weekly(), 2, place="Skola; 2. stāvs", note="Parkā remonts")
    _series, event = feeds.events_in(feed_of(entry))
    assert event["LOCATION"] == "Skola; 2. stāvs"
    assert "GEO" not in event
    assert event["DESCRIPTION"].startswith("Parkā remonts\n\nKopjam")
    assert seen(entry) == feeds.taking_place(entry.occurrences)


def test_whole_days_end_on_the_day_after():
    timing = Timing(date(2026, 6, 23), None, timedelta(days=2))
    entry = feeds.entry(timing, feeds.weekly(timing, 1))
    feed = feed_of(entry)
    assert b"DTSTART;VALUE=DATE:20260623\r\nDTEND;VALUE=DATE:20260625\r\n" in feed
    assert seen(entry) == feeds.taking_place(entry.occurrences)


@pytest.mark.parametrize("rule", ["FREQ=WEEKLY;BYDAY=SA;UNTIL=20261219", None])
def test_whole_days_again_and_again(rule):
    timing = Timing(date(2026, 3, 21), None, timedelta(days=2))
    entry = feeds.entry(timing, feeds.weekly(timing, 40), bare_rule=rule)
    entry = changed(entry, 3, is_cancelled=True)
    entry = changed(entry, 5, starts_at=datetime(2026, 4, 24, 10, tzinfo=feeds.RIGA))
    entry = changed(
        entry,
        5,
        ends_at=datetime(2026, 4, 24, 12, tzinfo=feeds.RIGA),
        is_all_day=False,
    )
    assert b"RECURRENCE-ID;VALUE=DATE:20260425" in feed_of(entry)
    assert seen(entry) == feeds.taking_place(entry.occurrences)


def test_the_clock_on_the_wall_stays_over_both_changes():
    entry = feeds.entry(
        EVENING,
        feeds.weekly(EVENING, 140),
        bare_rule="FREQ=WEEKLY;BYDAY=TU;UNTIL=20281031T160000Z",
    )
    assert {start.astimezone(feeds.RIGA).hour for start, _end in seen(entry)} == {18}
    assert seen(entry) == feeds.taking_place(entry.occurrences)


@pytest.mark.parametrize("first", [date(2026, 3, 28), date(2026, 3, 21), date(2026, 10, 24)])
@pytest.mark.parametrize("has_rule", [True, False])
def test_a_night_on_which_the_clocks_are_changed(first, has_rule):
    timing = Timing(first, time(20), timedelta(hours=12))
    rule = "FREQ=WEEKLY;BYDAY=SA;UNTIL=20270101T000000Z" if has_rule else None
    entry = feeds.entry(timing, feeds.weekly(timing, 8), bare_rule=rule)
    if has_rule:
        last = entry.occurrences[-1].starts_at.astimezone(UTC)
        entry = replace(entry, bare_rule=rule.replace("20270101T000000", f"{last:%Y%m%dT%H%M%S}"))
    assert seen(entry) == feeds.taking_place(entry.occurrences)


@pytest.mark.parametrize("first", [date(2026, 3, 22), date(2026, 3, 29), date(2026, 10, 25)])
def test_the_hour_that_is_not_there_or_comes_twice(first):
    timing = Timing(first, time(3, 30), timedelta(hours=3))
    entry = feeds.entry(timing, feeds.weekly(timing, 3))
    assert seen(entry) == feeds.taking_place(entry.occurrences)


def test_a_cancelled_event_says_so_wherever_it_is_read():
    entry = changed(weekly(status=Status.CANCELLED), 3, place="Skola")
    for event in feeds.events_in(feed_of(entry)):
        assert event["STATUS"] == "CANCELLED"
        assert event["SUMMARY"] == "Cancelled: Talka"
    assert seen(entry) == []


def test_an_event_that_is_not_sure_yet():
    [event] = feeds.events_in(feed_of(weekly(status=Status.TENTATIVE)))
    assert event["STATUS"] == "TENTATIVE"


@pytest.mark.parametrize("note", ["", "Slimība"])
def test_a_series_of_which_no_time_is_left_is_cancelled(note):
    entry = weekly()
    for place in range(10):
        entry = changed(entry, place, is_cancelled=True, note=note)
    feed = feed_of(entry)
    assert b"EXDATE" not in feed
    assert {event["STATUS"] for event in feeds.events_in(feed)} == {"CANCELLED"}
    assert seen(entry) == []


def test_an_event_without_any_time_is_left_out():
    assert b"VEVENT" not in feed_of(feeds.entry(EVENING, []))


HOSTILE = [
    "Talka\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VALARM",
    "\nEND:VEVENT\nEND:VCALENDAR\nBEGIN:VCALENDAR",
    'a;b,c\\;\\,\\n"x":y',
    '=HYPERLINK("https://a.test")',
    "👩\u200d👩\u200d👧" * 40,
    "e\u0301" * 90,
    "\x00\x07\x1b\x85\u2028\u2029",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words):
    entry = changed(weekly(), 1, place=words, note=words)
    entry = replace(
        entry,
        title=words,
        summary=words,
        place=Place(words, words),
        categories=(words, "b"),
        organiser=words,
        uid=words,
        url="https://a.test/" + words,
    )
    feed = calendar(words, [entry], url=words)
    assert_is_whole(feed, 2)
    assert feeds.read_by_python(feed) == feeds.taking_place(entry.occurrences)
    _series, event = feeds.events_in(feed)
    kept = words.replace("\r\n", "\n")
    if "\x00" not in words:
        assert event["SUMMARY"] == event["LOCATION"] == event["CONTACT"] == kept
        assert event["CATEGORIES"].cats == [kept, "b"]


@properties
@given(st.text(), st.text())
def test_no_word_gets_out_of_its_line(title, place):
    entry = feeds.entry(EVENING, feeds.weekly(EVENING, 1), title=title, place=Place(place))
    assert_is_whole(feed_of(entry), 1)


def assert_is_whole(feed: bytes, events: int):
    lines = feed.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 for line in lines)
    assert not any(octet in feed.replace(b"\r\n", b"") for octet in b"\r\n")
    begun = [line for line in lines if line.startswith(b"BEGIN:")]
    zone = [b"BEGIN:VTIMEZONE", b"BEGIN:DAYLIGHT", b"BEGIN:STANDARD"]
    assert begun == [b"BEGIN:VCALENDAR", *zone, *[b"BEGIN:VEVENT"] * events]


def test_a_feed_of_two_thousand_series_is_written_in_seconds():
    entry = feeds.entry(
        EVENING,
        feeds.weekly(EVENING, 52),
        bare_rule="FREQ=WEEKLY;BYDAY=TU;UNTIL=20270223T160000Z",
        summary="Kopjam parku un runājam par ziemu. " * 8,
    )
    start = clock.process_time()
    feed = feed_of(*[replace(entry, uid=f"{n}@gulbene.test") for n in range(200)])
    assert feed.count(b"BEGIN:VEVENT") == 200
    # A tenth of the feed, and twenty times what it takes on two busy cores.
    assert clock.process_time() - start < 4
