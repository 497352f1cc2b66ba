"""The calendars that a running site publishes, and what its calendar pages show of the same."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from tests.events.feeds import RIGA
from tests.soak.site import Site, SiteFault
from tests.soak.visitor import Visitor

# What is over for longer may be missing from a calendar, and stays on the site.
KEPT_DAYS = 89
LAST_DAY = date(2028, 12, 31)
# So many days are listed at once that a list has room for what takes place, of all and of some.
OF_ALL, OF_SOME = timedelta(days=14), timedelta(days=84)
DAY_OF_LIST = re.compile(r'<li class="agenda__day">(.*?)</ul></li>', re.DOTALL)
ROW = re.compile(
    r'<a class="(event-row[^"]*)" href="([^"]+)"[^>]*>\s*'
    r'<span class="event-row__when">(.*?)</span>',
    re.DOTALL,
)
MOMENT = re.compile(r'<time datetime="([^"]+)"')
NOT_OURS = ("event-row--off", "event-row--outside")


@dataclass(frozen=True)
class Shown:
    """A time as the list of the calendar shows it; `begins_at` where it shows an hour."""

    path: str
    day: date
    begins_at: datetime | None


@dataclass
class Published:
    """A calendar as it was fetched, and the times that the site's pages show of the same."""

    address: str
    feed: bytes
    shown: set[Shown] = field(default_factory=set)

    def fault(self, seen: list[tuple] | str, first: date) -> str:
        """What a program that read these times got wrong; empty for nothing."""
        if isinstance(seen, str):
            return f"{self.address}: {seen}"
        starts = [start for start, _end in seen if first <= _day_of(start) <= LAST_DAY]
        days, wanted = Counter(map(_day_of, starts)), Counter(one.day for one in self.shown)
        if days != wanted:
            more, less = sorted((days - wanted).elements()), sorted((wanted - days).elements())
            return f"{self.address}: more {more[:3]}, less {less[:3]}"
        hours = {one.begins_at for one in self.shown if one.begins_at}
        lacking = sorted(hours - set(starts))
        return f"{self.address}: not at {lacking[:3]}" if lacking else ""


def first_day() -> date:
    """The first day of which calendars and pages must say the same."""
    return datetime.now(RIGA).date() - timedelta(days=KEPT_DAYS)


def fetched(site: Site) -> list[Published]:
    """Every calendar of the site, in each language, beside what its pages show."""
    visitor, found = Visitor(site.port), []
    for language in site.ask("calendars"):
        page = language["page"]
        everything = set(_shown(visitor, page, "", OF_ALL))
        for feed, query in language["calendars"]:
            shown = set(_shown(visitor, page, query, OF_SOME)) if query else everything
            found.append(Published(feed, _get(visitor, feed).encode(), shown))
        for feed, path in language["events"]:
            shown = {one for one in everything if one.path == path}
            found.append(Published(feed, _get(visitor, feed).encode(), shown))
    return found


def _shown(visitor: Visitor, page: str, query: str, length: timedelta) -> Iterator[Shown]:
    """Every time that takes place, as the lists of so many days show it, one after the other."""
    first = day = first_day()
    while day <= LAST_DAY:
        until = min(day + length - timedelta(days=1), LAST_DAY)
        html = _get(visitor, f"{page}?view=list&day={day}&until={until}{query}")
        if html.count('class="event-row ') + html.count('class="event-row"') >= 100:
            raise SiteFault(f"There is more than a list shows from {day} to {until}: {query}")
        for part in DAY_OF_LIST.findall(html):
            yield from (one for one in rows_of(part) if one.day >= first)
        day = until + timedelta(days=1)


def rows_of(part: str) -> Iterator[Shown]:
    """What takes place on a day, as the part of the list says that is about the day."""
    heading = date.fromisoformat(MOMENT.search(part)[1])
    for classes, path, when in ROW.findall(part):
        if any(name in classes for name in NOT_OURS):
            continue
        moments = MOMENT.findall(when)
        if not moments:
            yield Shown(path, heading, None)
        elif "T" in moments[0]:
            begins_at = datetime.fromisoformat(moments[0]).astimezone(UTC)
            yield Shown(path, heading, begins_at)
        else:
            yield Shown(path, date.fromisoformat(moments[0]), None)


def _get(visitor: Visitor, address: str) -> str:
    answer = visitor.get(address)
    if answer.status != 200:
        raise SiteFault(f"{address} was answered with {answer.status}")
    return answer.text


def _day_of(moment: datetime) -> date:
    return moment.astimezone(RIGA).date()
