"""Pages by key: where a list goes on is said by its last row, not by how many came before. Pure."""

import re
from datetime import UTC, datetime, timedelta

KEY = re.compile(r"([0-9a-z]{1,12})-([0-9a-z]{1,9})", re.ASCII)
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
MOST_MICROSECONDS = 10**17


def key_of(moment: datetime, number: int) -> str:
    """The row with this moment and number, as it stands in an address."""
    return f"{_written((moment - BEGINNING) // timedelta(microseconds=1))}-{_written(number)}"


def row_of(key: str) -> tuple[datetime, int] | None:
    """Moment and number of the row; None for what is no key."""
    match = KEY.fullmatch(key)
    if not match:
        return None
    microseconds, number = (int(part, 36) for part in match.groups())
    if microseconds > MOST_MICROSECONDS:
        return None
    return BEGINNING + timedelta(microseconds=microseconds), number


def _written(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
        if not number:
            return digits
