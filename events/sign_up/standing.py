"""Whether one can sign up for something now; the one place where that is decided."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Standing(StrEnum):
    """What whoever wants to sign up finds."""

    OPEN = "open"
    LINE = "line"
    FULL = "full"
    NOT_YET = "not-yet"
    CLOSED = "closed"
    OVER = "over"
    OFF = "off"

    @property
    def takes_more(self) -> bool:
        """Whether a sign-up is taken, be it into the line."""
        return self in (Standing.OPEN, Standing.LINE)


@dataclass(frozen=True)
class Term:
    """What one signs up for: a time of an event, or (without `of`) all its times together.

    `begins_at` is when the first of them begins, `last_begins_at` when the last does; both are
    None while no day is known.
    """

    of: date | None = None
    begins_at: datetime | None = None
    last_begins_at: datetime | None = None
    ends_at: datetime | None = None
    is_cancelled: bool = False


def term_of(of: date | None, occurrences: list) -> Term:
    """What one signs up for, out of its times, the earliest first."""
    standing = [each for each in occurrences if not each.is_cancelled]
    times = standing or occurrences
    if not times:
        return Term(of, is_cancelled=of is not None)
    return Term(
        of,
        begins_at=times[0].starts_at,
        last_begins_at=times[-1].starts_at,
        ends_at=max(each.ends_at for each in times),
        is_cancelled=not standing,
    )


def standing_of(page, seating, term: Term, now: datetime) -> Standing:
    """What there is to find; `page` is the one that all translations follow."""
    if not page.takes_place or term.is_cancelled:
        return Standing.OFF
    if term.last_begins_at is None or seating.is_closed:
        return Standing.CLOSED
    if term.last_begins_at <= now:
        return Standing.OVER
    if page.sign_up_opens_at and now < page.sign_up_opens_at:
        return Standing.NOT_YET
    if page.sign_up_closes_at and page.sign_up_closes_at <= now:
        return Standing.CLOSED
    if seating.free is None or (seating.free and not seating.waiting):
        return Standing.OPEN
    return Standing.LINE if page.has_waiting_list else Standing.FULL


def moves_on(page, term: Term, now: datetime) -> bool:
    """Whether those who wait can still be given seats."""
    is_to_come = term.last_begins_at is not None and term.last_begins_at > now
    is_on = page is not None and page.live and page.takes_place
    return is_on and not term.is_cancelled and is_to_come
