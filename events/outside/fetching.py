"""Fetching a calendar of others: from the open internet alone, and never for long."""

import http.client
import socket
import ssl
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Timer

from events.icalendar.reading import MOST_MEGABYTES
from events.outside.addresses import Way, is_public
from events.outside.troubles import Trouble, Unfetched

MOST_SECONDS = 10
MOST_BYTES = MOST_MEGABYTES * 2**20


@dataclass(frozen=True)
class Marks:
    """By what a server knows which state of the calendar was fetched last (RFC 9110, 8.8)."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True)
class Fetched:
    """What was at the address; `data` is None when nothing has changed."""

    data: bytes | None
    marks: Marks


def fetch(
    way: Way, marks: Marks, *, agent: str, is_allowed: Callable[[str], bool] = is_public
) -> Fetched:
    """What is there now, of at most 2 MB, within 10 seconds; raises Unfetched.

    `is_allowed` says of every IP address of the host whether it may be connected to.
    """
    wanted = {"If-None-Match": marks.etag, "If-Modified-Since": marks.last_modified}
    headers = {"Host": way.host, "User-Agent": agent, "Accept": "text/calendar, */*;q=0.1"}
    headers |= {name: value for name, value in wanted.items() if value}
    try:
        address = _checked_address(way, is_allowed)
        with _connected(way, address) as connection:
            connection.request("GET", way.target, headers={**headers, "Connection": "close"})
            with connection.getresponse() as response:
                return _answer(response, marks)
    except http.client.IncompleteRead:
        raise Unfetched(Trouble.BROKEN_OFF) from None
    except (OSError, http.client.HTTPException, UnicodeError):
        raise Unfetched(Trouble.UNREACHABLE) from None


def _checked_address(way: Way, is_allowed) -> tuple:
    """Where to connect to: the first address of the host, if all that it has are allowed."""
    found = socket.getaddrinfo(way.host, way.port, type=socket.SOCK_STREAM)
    addresses = [(family, place) for family, _type, _protocol, _name, place in found]
    if not addresses or not all(is_allowed(place[0]) for _family, place in addresses):
        raise Unfetched(Trouble.NOT_PUBLIC)
    # The name is not asked for again: it could lead elsewhere by then. IPv4 works everywhere.
    return min(addresses, key=lambda each: each[0] != socket.AF_INET)


@contextmanager
def _connected(way: Way, address: tuple):
    """A connection to this very address, which ends after the time that there is."""
    family, place = address
    with socket.socket(family, socket.SOCK_STREAM) as plain:
        plain.settimeout(MOST_SECONDS)
        plain.connect(place)
        sock = _secured(plain, way.host) if way.is_secure else plain
        # A time-out of the socket begins anew with every byte; this one does not.
        watch = Timer(MOST_SECONDS, _hang_up, [sock])
        watch.daemon = True
        watch.start()
        try:
            if way.is_secure:
                sock.do_handshake()
            connection = http.client.HTTPConnection(way.host, way.port)
            connection.auto_open = 0
            connection.sock = sock
            yield connection
        finally:
            watch.cancel()
            sock.close()


def _secured(plain: socket.socket, host: str) -> ssl.SSLSocket:
    context = ssl.create_default_context()
    return context.wrap_socket(plain, server_hostname=host, do_handshake_on_connect=False)


def _hang_up(sock: socket.socket):
    # Not that of SSLSocket, which takes away what the other thread is reading with.
    try:
        socket.socket.shutdown(sock, socket.SHUT_RDWR)
    except OSError:
        # It has ended by itself.
        return


def _answer(response: http.client.HTTPResponse, marks: Marks) -> Fetched:
    if response.status == 304:
        return Fetched(None, marks)
    if 300 <= response.status < 400:
        raise Unfetched(Trouble.MOVED)
    if response.status != 200:
        raise Unfetched(Trouble.REFUSED)
    data = response.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise Unfetched(Trouble.TOO_LARGE)
    # A part of a calendar would look as if all other events had been taken away.
    if b"BEGIN:VCALENDAR" in data and not data.rstrip().endswith(b"END:VCALENDAR"):
        raise Unfetched(Trouble.BROKEN_OFF)
    return Fetched(data, Marks(_mark(response, "ETag"), _mark(response, "Last-Modified")))


def _mark(response: http.client.HTTPResponse, name: str) -> str:
    """What the server wrote there, unless it could not be sent back as it is."""
    mark = response.headers.get(name, "")
    return mark if len(mark) <= 255 and mark.isascii() and mark.isprintable() else ""
