"""Fetching from a server that may be anything: what comes back, and what is refused."""

import socket
import time

import pytest

from events.outside import fetching
from events.outside.addresses import Way
from events.outside.fetching import MOST_BYTES, Marks, fetch
from events.outside.troubles import Trouble, Unfetched
from tests.events.outside import calendar, event, says, served

CALENDAR = calendar(event("a", "Koncerts", "20261124T180000"))


def on_loopback(address: str) -> bool:
    return address == "127.0.0.1"


def trouble_with(answer) -> Trouble:
    with served(answer) as server, pytest.raises(Unfetched) as failure:
        fetch(server.way, Marks(), agent="Kopa", is_allowed=on_loopback)
    return failure.value.trouble


def test_a_calendar_comes_whole_with_its_marks():
    with served(says(CALENDAR, ETag='"7"', Last_Modified="Mon")) as server:
        got = fetch(server.way, Marks(), agent="Kopa (+http://x)", is_allowed=on_loopback)
    assert got.data == CALENDAR
    assert got.marks == Marks('"7"', "Mon")
    [(path, headers)] = server.asked
    assert path == "/kalendars.ics"
    assert headers["User-Agent"] == "Kopa (+http://x)"
    assert headers["Host"] == "127.0.0.1"
    assert "If-None-Match" not in headers


def test_what_has_not_changed_is_not_sent_again():
    marks = Marks('"7"', "Mon")
    with served(says(b"", 304)) as server:
        got = fetch(server.way, marks, agent="Kopa", is_allowed=on_loopback)
    assert (got.data, got.marks) == (None, marks)
    [(_path, headers)] = server.asked
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == ('"7"', "Mon")


@pytest.mark.parametrize("mark", ["a" * 256, "ā", "a\tb"])
def test_a_mark_that_could_not_be_sent_back_is_not_kept(mark):
    with served(says(CALENDAR, ETag=mark.encode().decode("latin-1"))) as server:
        got = fetch(server.way, Marks(), agent="Kopa", is_allowed=on_loopback)
    assert got.marks == Marks()


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308, 300])
def test_nobody_is_sent_elsewhere(status):
    assert trouble_with(says(b"", status, Location="http://127.0.0.1/x")) == Trouble.MOVED


@pytest.mark.parametrize("status", [201, 204, 206, 401, 404, 500])
def test_what_is_not_given_out(status):
    assert trouble_with(says(b"", status)) == Trouble.REFUSED


def test_too_much_is_not_read():
    assert trouble_with(says(b"x" * (MOST_BYTES + 1))) == Trouble.TOO_LARGE


def test_half_a_calendar_is_none():
    assert trouble_with(says(CALENDAR[:60])) == Trouble.BROKEN_OFF


def test_a_part_of_what_was_promised_is_none():
    def answer(handler):
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        handler.wfile.write(b"40\r\nBEGIN:VCAL")

    assert trouble_with(answer) == Trouble.BROKEN_OFF


def test_words_that_are_no_answer():
    assert trouble_with(lambda handler: handler.wfile.write(b"labdien\r\n")) == Trouble.UNREACHABLE


def test_it_ends_although_a_byte_comes_now_and_then(monkeypatch):
    monkeypatch.setattr(fetching, "MOST_SECONDS", 0.3)

    def answer(handler):
        handler.wfile.write(b"HTTP/1.0 200 OK\r\n\r\nBEGIN:VCALENDAR\r\n")
        for _second in range(30):
            time.sleep(0.1)
            handler.wfile.write(b"X")

    begun = time.monotonic()
    assert trouble_with(answer) in {Trouble.BROKEN_OFF, Trouble.UNREACHABLE}
    assert time.monotonic() - begun < 2


def test_nothing_is_sent_where_it_may_not_go():
    with served(says(CALENDAR)) as server, pytest.raises(Unfetched) as failure:
        fetch(server.way, Marks(), agent="Kopa")
    assert failure.value.trouble == Trouble.NOT_PUBLIC
    assert server.asked == []


@pytest.mark.parametrize("host", ["localhost", "2130706433", "0x7f000001", "0177.0.0.1", "::1"])
def test_other_names_of_the_same_machine(host):
    with pytest.raises(Unfetched) as failure:
        fetch(Way(False, host, 80, "/"), Marks(), agent="Kopa")
    assert failure.value.trouble == Trouble.NOT_PUBLIC


def test_nobody_there():
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        way = Way(False, "127.0.0.1", closed.getsockname()[1], "/")
        with pytest.raises(Unfetched) as failure:
            fetch(way, Marks(), agent="Kopa", is_allowed=on_loopback)
    assert failure.value.trouble == Trouble.UNREACHABLE


def test_a_secret_line_needs_a_certificate():
    with served(says(CALENDAR)) as server, pytest.raises(Unfetched) as failure:
        way = Way(True, "127.0.0.1", server.way.port, "/")
        fetch(way, Marks(), agent="Kopa", is_allowed=on_loopback)
    assert failure.value.trouble == Trouble.UNREACHABLE
    assert server.asked == []
