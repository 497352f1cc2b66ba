"""Content lines of iCalendar: cleaned, escaped, folded (RFC 5545, sections 3.1 and 3.3). Pure."""

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.utils.encoding import iri_to_uri

ZONE = ZoneInfo("Europe/Riga")
MOST_OCTETS = 75

_LINE_BREAK = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
# Half of a surrogate pair is no character at all and could not be written as UTF-8.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def plain(words: str) -> str:
    """The words with line breaks of one kind and without control characters."""
    return _CONTROL.sub("", _LINE_BREAK.sub("\n", words))


def text(words: str) -> str:
    """The words as a TEXT value."""
    return plain(words).translate(_ESCAPES)


def address(url: str) -> str:
    """The address as a URI value: nothing in it can end the line."""
    return iri_to_uri(plain(url).replace("\n", ""))


def instant(moment: datetime) -> str:
    """The moment as a DATE-TIME in UTC."""
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def moment_line(name: str, moment: datetime) -> str:
    """The property with its time on the clock on the wall, in UTC where that clock is ambiguous."""
    local = moment.astimezone(ZONE)
    # The hour that comes twice is told by the offset that the other fold would have.
    is_clear = local.utcoffset() == local.replace(fold=1 - local.fold).utcoffset()
    return wall_line(name, [moment]) if is_clear else instant_line(name, [moment])


def wall_line(name: str, moments: list[datetime]) -> str:
    """The property with times on the clock on the wall."""
    shown = (moment.astimezone(ZONE).strftime("%Y%m%dT%H%M%S") for moment in moments)
    return f"{name};TZID={ZONE.key}:{','.join(shown)}"


def instant_line(name: str, moments: list[datetime]) -> str:
    """The property with times in UTC."""
    return f"{name}:{','.join(map(instant, moments))}"


def day_line(name: str, days: list[date]) -> str:
    """The property with whole days."""
    return f"{name};VALUE=DATE:{','.join(day.strftime('%Y%m%d') for day in days)}"


def written(lines: list[str]) -> bytes:
    """The lines as they are sent: in UTF-8, none longer than 75 octets, each ended by CRLF."""
    return b"".join(map(_folded, lines))


def _folded(line: str) -> bytes:
    octets = line.encode()
    if len(octets) <= MOST_OCTETS:
        return octets + b"\r\n"
    pieces, start, room = [], 0, MOST_OCTETS
    while len(octets) - start > room:
        end = start + room
        # An octet that begins with 10 is the middle of a character.
        while octets[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(octets[start:end])
        # The space that a continued line begins with takes one.
        start, room = end, MOST_OCTETS - 1
    pieces.append(octets[start:])
    return b"\r\n ".join(pieces) + b"\r\n"
