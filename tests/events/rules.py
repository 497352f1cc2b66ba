"""Rules for property tests: what a form lets through, and what nobody should ever say.

HYPOTHESIS_EXAMPLES asks for that many, and for others at every run.
"""

import os
from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st

from events.recurrence.expansion import LONGEST
from events.recurrence.problems import nearest_day
from events.recurrence.rule import LAST, Change, Frequency, Pause, Rule, Series, Timing

RIGA = ZoneInfo("Europe/Riga")
HORIZON = date(2028, 12, 31)
ASKED = os.environ.get("HYPOTHESIS_EXAMPLES")
properties = settings(max_examples=int(ASKED or 60), deadline=None, derandomize=not ASKED)

FEW = 3
DAYS = st.dates(date(2026, 1, 1), date(2028, 6, 30))
WEEKDAYS = st.lists(st.integers(0, 6), unique=True, max_size=FEW).map(tuple)
ORDINALS = st.lists(st.sampled_from([1, 2, 3, 4, LAST]), unique=True, max_size=FEW).map(tuple)
MONTH_DAYS = st.lists(st.integers(1, 31), unique=True, max_size=FEW).map(tuple)
MONTHS_OFF = st.lists(st.integers(1, 12), unique=True, max_size=FEW).map(tuple)
# Hours that every clock shows once, whatever the day.
TIMES = st.times(time(4), time(23, 59)).map(lambda shown: shown.replace(microsecond=0))


def _pause(first_date: date, length: int) -> Pause:
    return Pause(first_date, first_date + timedelta(days=length))


PAUSES = st.lists(st.builds(_pause, DAYS, st.integers(0, 100)), max_size=2).map(tuple)
ENDS = st.one_of(
    st.just({}),
    st.builds(lambda day: {"until": day}, st.dates(date(2028, 7, 1), date(2030, 1, 1))),
    st.builds(lambda count: {"count": count}, st.integers(1, 60)),
)
PLAIN_RULES = st.builds(
    Rule,
    every=st.integers(1, 6),
    weekdays=WEEKDAYS,
    ordinals=ORDINALS,
    month_days=MONTH_DAYS,
    dates=st.lists(st.dates(date(2028, 7, 1), date(2029, 1, 1)), max_size=FEW).map(tuple),
    months_off=MONTHS_OFF,
    pauses=PAUSES,
)


@st.composite
def sensible(draw, frequencies=tuple(Frequency)) -> Series:
    """A series that begins on its first day."""
    rule = replace(draw(PLAIN_RULES), frequency=draw(st.sampled_from(frequencies)), **draw(ENDS))
    day = draw(DAYS)
    first_date = nearest_day(rule, day) or day
    lasts = draw(st.timedeltas(timedelta(minutes=5), timedelta(hours=19)))
    return Series(Timing(first_date, draw(st.none() | TIMES), lasts), rule)


ANY_NUMBERS = st.lists(st.integers(-40, 40) | st.integers(), max_size=FEW).map(tuple)
ANY_LENGTHS = st.timedeltas() | st.timedeltas(timedelta(0), LONGEST)
ANY_DAYS = DAYS | st.dates()
ANY_RULES = st.builds(
    Rule,
    frequency=st.sampled_from(Frequency),
    every=st.integers(),
    weekdays=ANY_NUMBERS,
    ordinals=ANY_NUMBERS,
    month_days=ANY_NUMBERS,
    dates=st.lists(ANY_DAYS, max_size=FEW).map(tuple),
    until=st.none() | ANY_DAYS,
    count=st.none() | st.integers(),
    months_off=ANY_NUMBERS,
    pauses=st.lists(st.builds(Pause, ANY_DAYS, ANY_DAYS), max_size=FEW).map(tuple),
)


@st.composite
def anything(draw) -> Series:
    """A series of whatever the types allow, with changes that may meet its days."""
    timing = draw(st.builds(Timing, ANY_DAYS, st.none() | st.times(), ANY_LENGTHS))
    change = st.builds(
        Change,
        of=st.just(timing.first_date) | ANY_DAYS,
        is_skipped=st.booleans(),
        first_date=st.none() | ANY_DAYS,
        starts=st.none() | st.times(),
        lasts=st.none() | ANY_LENGTHS,
    )
    return Series(timing, draw(ANY_RULES), tuple(draw(st.lists(change, max_size=FEW))))
