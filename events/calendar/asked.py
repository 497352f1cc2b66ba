"""What a reader of the calendar asks for, as the address says it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urlencode

from events.calendar.periods import Period, View, period_of
from events.times import horizon_of

# How far back the calendar goes; what was earlier is found by its own page.
YEARS_BACK = 3


@dataclass(frozen=True)
class Asked:
    """A view, a day in it and filters; `community`, `kind` and `whom` are short names."""

    view: View = View.MONTH
    day: date | None = None
    until: date | None = None
    community: str = ""
    around: bool = False
    kind: str = ""
    whom: str = ""
    free: bool = False

    @property
    def is_filtered(self) -> bool:
        """Whether anything but the days is asked for."""
        return bool(self.community or self.kind or self.whom or self.free)

    def period(self, today: date) -> Period:
        """The days to show, within what the calendar knows of."""
        first, last = bounds(today)
        day = min(max(self.day or today, first), last)
        return period_of(self.view, day, self.until)

    def address(self, **changes) -> str:
        """The query of the address that asks for the same but for the changes."""
        asked = replace(self, **changes)
        said = {
            "view": asked.view if asked.view != View.MONTH else "",
            "day": asked.day.isoformat() if asked.day else "",
            "until": asked.until.isoformat() if asked.until else "",
            "community": asked.community,
            "around": "1" if asked.around and asked.community else "",
            "kind": asked.kind,
            "whom": asked.whom,
            "free": "1" if asked.free else "",
        }
        query = urlencode({name: value for name, value in said.items() if value})
        return f"?{query}" if query else "."


def bounds(today: date) -> tuple[date, date]:
    """The first and the last day that the calendar leads to."""
    return date(today.year - YEARS_BACK, 1, 1), horizon_of(today)


def asked_of(parameters) -> Asked:
    """What the parameters of an address ask for; what makes no sense is as if it were not said."""
    view = parameters.get("view", "")
    return Asked(
        view=View(view) if view in list(View) else View.MONTH,
        day=_day(parameters.get("day", "")),
        until=_day(parameters.get("until", "")),
        community=parameters.get("community", "")[:100],
        around=parameters.get("around") == "1",
        kind=parameters.get("kind", "")[:50],
        whom=parameters.get("whom", "")[:20],
        free=parameters.get("free") == "1",
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def is_reachable(period: Period, today: date) -> bool:
    """Whether the calendar leads to the period: it is not endless, for the sake of robots."""
    first, last = bounds(today)
    return period.first <= last and period.last >= first - timedelta(0)
