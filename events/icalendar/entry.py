"""What a calendar says of one event, whatever program reads it. Pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from events.recurrence.rule import Occurrence, Timing


class Status(StrEnum):
    """How sure it is that the event takes place (RFC 5545, section 3.8.1.11)."""

    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True)
class Place:
    """Where; coordinates are degrees, WGS 84."""

    name: str = ""
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True)
class Entry:
    """One event with all its times.

    `timing` is that of the rule; `bare_rule` is an RRULE on which all programs agree, None when
    there is none. `sequence` grows with every change that people must hear of. Texts are plain.
    """

    uid: str
    title: str
    url: str
    timing: Timing
    occurrences: tuple[Occurrence, ...]
    created_at: datetime
    modified_at: datetime
    sequence: int = 0
    summary: str = ""
    place: Place = Place()
    categories: tuple[str, ...] = ()
    organiser: str = ""
    status: Status = Status.CONFIRMED
    bare_rule: str | None = None


def uid_of(key: object, host: str) -> str:
    """The name of an event that no other has and that never changes: its translation key here."""
    return f"{key}@{host}"
