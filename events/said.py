"""What is said of when an event takes place, for people who are about to say it."""

from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from events.recurrence.rule import Series
from events.recurrence.words import in_words
from events.times import coming_in_words, problems_of


@dataclass(frozen=True)
class Said:
    """The rule in words with the next dates, or what is wrong with it."""

    rule: str = ""
    dates: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def said_of(series: Series | None, now: datetime) -> Said:
    """The series in the active language; nothing is said of what has no day yet."""
    if series is None:
        return Said()
    problems = problems_of(series, timezone.localdate(now))
    if problems:
        return Said(problems=[str(problem.message) for problem in problems])
    return Said(in_words(series), coming_in_words(series, now))
