"""Content lines: what is typed stays inside its line, and the line inside 75 octets."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.icalendar.lines import address, moment_line, text, written
from tests.events.rules import properties

UNESCAPED = {"\\\\": "\\", "\\;": ";", "\\,": ",", "\\n": "\n"}


def read_back(value: str) -> str:
    return re.sub(r"\\[\\;,n]", lambda found: UNESCAPED[found[0]], value)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Talka", "Talka"),
        ("a;b,c\\n:\"'", "a\\;b\\,c\\\\n:\"'"),
        ("Talka\r\nBEGIN:VALARM", "Talka\\nBEGIN:VALARM"),
        ("a\rb\nc\u2028d\u2029e\x85f\vg\fh", "a\\nb\\nc\\nd\\ne\\nf\\ng\\nh"),
        ("a\x00b\x1b[1mc\x7f\x9f\ud83d", "ab[1mc"),
        ("tab\tstays", "tab\tstays"),
        ("=HYPERLINK(A1)", "=HYPERLINK(A1)"),
    ],
)
def test_text_is_escaped(words, value):
    assert text(words) == value


def test_an_address_cannot_end_its_line():
    url = address("https://a.test/ēka?x=1&y=ž\r\nBEGIN:VALARM\u2028 \x00")
    assert url == "https://a.test/%C4%93ka?x=1&y=%C5%BEBEGIN:VALARM%20"


@properties
@given(st.text())
def test_text_comes_back_as_it_was_but_for_control_characters(words):
    value = text(words)
    assert not re.search("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]", value)
    assert text(read_back(value)) == value
    if words.isprintable():
        assert read_back(value) == words


@properties
@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"])), min_size=1))
def test_lines_are_folded_between_characters(lines):
    sent = written(lines)
    physical = sent.split(b"\r\n")
    assert physical.pop() == b""
    assert max(map(len, physical)) <= 75
    for line in physical:
        line.decode("utf-8")
    # A line of an iCalendar never begins with a space, so what does continues the one before.
    if not any(line.startswith(" ") for line in lines):
        assert sent.replace(b"\r\n ", b"") == b"".join(line.encode() + b"\r\n" for line in lines)


@pytest.mark.parametrize("letter", ["a", "ā", "e\u0301", "€", "🎉", "👩\u200d👩\u200d👧"])
@pytest.mark.parametrize("lead", range(70, 80))
def test_a_fold_at_every_place(letter, lead):
    line = "x" * lead + letter * 80
    sent = written([line])
    assert all(len(piece) <= 75 and piece.decode() for piece in sent.split(b"\r\n")[:-1])
    assert sent.replace(b"\r\n ", b"").decode() == line + "\r\n"


def test_a_time_that_the_clock_shows_twice_is_given_in_utc():
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    third = datetime(2026, 10, 25, 2, 30, tzinfo=UTC)
    assert moment_line("DTSTART", first) == "DTSTART:20261025T003000Z"
    assert moment_line("DTSTART", second) == "DTSTART:20261025T013000Z"
    assert moment_line("DTSTART", third) == "DTSTART;TZID=Europe/Riga:20261025T043000"
