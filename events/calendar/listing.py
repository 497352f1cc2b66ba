"""What the calendar page shows: the times of a period that the reader may see, as written rows."""

from dataclasses import dataclass, field
from datetime import date

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from communities.models.cards import community_cards
from core.visit import shared_pieces
from events.calendar.asked import Asked, asked_of, is_reachable
from events.calendar.each_day import first_of_all, first_of_each_day
from events.calendar.filters import Filters, filters_of, wanted_pages
from events.calendar.on_map import map_of
from events.calendar.outside import outside_rows, wanted_outside
from events.calendar.periods import Period, View, after, before, period_of, weekend_of
from events.models.occurrences import KeptOccurrence

# A day of the month shows so many, and leads to the others.
PER_DAY = 4
PER_LIST = 100
ON_FRONT = 5
LOOKED_AT = 20


@dataclass
class Day:
    """A day of the calendar with its rows; `has_more` when there are others beside them."""

    date: date
    is_of_period: bool
    is_today: bool
    is_past: bool
    rows: list[SafeString] = field(default_factory=list)
    has_more: bool = False
    address: str = ""


def calendar_context(page, request, visit) -> dict:
    """What the calendar's template shows for what the address asks."""
    today = timezone.localdate(visit.now)
    asked = asked_of(request.GET)
    period = asked.period(today)
    filters = filters_of(visit, page.locale_id, asked)
    days = days_of(visit, page.locale_id, asked, period, filters)
    return {
        "asked": asked,
        "period": period,
        "days": days,
        "weeks": [days[start : start + 7] for start in range(0, len(days), 7)],
        "is_empty": not any(day.rows for day in days),
        "is_cut": period.view == View.LIST and sum(len(day.rows) for day in days) >= PER_LIST,
        "filters": filters,
        "map": map_of(visit, page.locale_id, asked, period, filters),
        "ways": ways_of(asked, period, today),
        "calendars": calendars_of(filters, asked),
    }


def calendars_of(filters, asked: Asked) -> list[tuple[str, str]]:
    """The calendars to follow that fit what is asked for, as names and whole addresses."""
    found = [(gettext("All events"), reverse("events:hub-calendar"))]
    if filters.community:
        address = reverse("events:community-calendar", args=[filters.community.slug])
        found.append((filters.community.title, address))
    if filters.kind:
        address = reverse("events:kind-calendar", args=[asked.kind])
        found.append((dict(filters.kinds)[asked.kind], address))
    return [(title, settings.SITE_URL + address) for title, address in found]


def ways_of(asked: Asked, period: Period, today: date) -> dict[str, str]:
    """Where the links of the calendar lead; a neighbouring period only where there is one."""
    saturday, sunday = weekend_of(today)
    ways = {
        "today": asked.address(day=None, until=None),
        "day": asked.address(view=View.LIST, day=today, until=today),
        "weekend": asked.address(view=View.LIST, day=saturday, until=sunday),
        "all": Asked(asked.view, asked.day, asked.until).address(),
    }
    for view in View:
        day = today if period.has(today) else period.first
        ways[view.value] = asked.address(view=view, day=day if asked.day else None, until=None)
    for name, day in (("previous", before(period)), ("next", after(period))):
        length = period.last - period.first
        until = day + length if asked.until else None
        if is_reachable(period_of(period.view, day, until), today):
            ways[name] = asked.address(day=day, until=until)
    return ways


def days_of(visit, locale_id, asked: Asked, period: Period, filters: Filters) -> list[Day]:
    """The days of the period with what takes place on them; of a list, those with anything."""
    first, last = period.shown
    today = timezone.localdate(visit.now)
    found = _found(visit, locale_id, asked, filters, period)
    days = {
        day: Day(day, period.has(day), day == today, day < today)
        for week in period.weeks
        for day in week
    }
    for time, row in found:
        day = max(time.day, first)
        while day <= min(time.last_day, last):
            _add(days[day], row, period.view)
            day += timezone.timedelta(days=1)
    for day in days.values():
        day.address = asked.address(view=View.LIST, day=day.date, until=day.date)
    shown = list(days.values())
    return [day for day in shown if day.rows] if period.view == View.LIST else shown


def _add(day: Day, row: SafeString, view: View):
    if view == View.MONTH and len(day.rows) >= PER_DAY:
        day.has_more = True
    else:
        day.rows.append(row)


def _found(visit, locale_id, asked, filters, period) -> list[tuple]:
    """The times to show with their rows, in order, bounded whatever there is."""
    pages = wanted_pages(visit, locale_id, asked, filters)
    times = KeptOccurrence.objects.of_pages(pages).only("day", "last_day", "starts_at")
    if asked.free:
        times = times.with_seats(timezone.localdate(visit.now))
    own = _first(times, period)
    own.sort(key=_order)
    rows = rows_of(visit, [time.pk for time in own], locale_id)
    others = _first(wanted_outside(asked, filters), period)
    found = [
        *((time, rows[time.pk]) for time in own if time.pk in rows),
        *zip(others, outside_rows(visit, others, locale_id, period.view == View.LIST), strict=True),
    ]
    found.sort(key=lambda pair: _order(pair[0]))
    return found[:PER_LIST] if period.view == View.LIST else found


def _order(time) -> tuple:
    return time.day, time.starts_at, time.pk


def _first(times, period: Period) -> list:
    """So many of the times as can be shown, and one more of a day that leads to others."""
    if period.view == View.LIST:
        return first_of_all(times.in_order(), *period.shown, PER_LIST)
    return first_of_each_day(times.in_order(), *period.shown, PER_DAY + 1)


def coming_events(visit, locale_id: int, limit: int = ON_FRONT) -> list[SafeString]:
    """The next events of all that the visitor may see, as rows with their days."""
    from events.models.pages import EventPage

    pages = EventPage.objects.filter(locale_id=locale_id).seen_in(visit)
    return coming_rows(visit, locale_id, pages, limit)


def coming_rows(visit, locale_id: int, pages, limit: int) -> list[SafeString]:
    """The next times of these events, each event once, as rows with their days."""
    today = timezone.localdate(visit.now)
    times = KeptOccurrence.objects.filter(ends_at__gt=visit.now, is_cancelled=False)
    times = times.of_pages(pages).in_order().values_list("event_key", "pk")
    # Enough of them that an event which comes every day leaves room for the others.
    found = [*times.going_on(today)[:limit], *times.beginning(today)[: limit * LOOKED_AT]]
    firsts: dict = {}
    for key, number in found:
        firsts.setdefault(key, number)
    return list(rows_of(visit, list(firsts.values())[:limit], locale_id, True).values())


def rows_of(visit, keys, locale_id: int, with_days: bool = False) -> dict[int, SafeString]:
    """The rows of the times with these numbers, in their order; with their days if asked."""
    return dict(_pieces(visit, keys, locale_id, with_days))


@shared_pieces
def _pieces(visit, keys, locale_id: int, with_days: bool) -> dict[int, tuple[int, SafeString]]:
    """Each row with its number, for those of which the page is still there; written once."""
    about = {"with_days": with_days, "year": timezone.localdate(visit.now).year}
    return {
        shown.pk: (
            shown.pk,
            render_to_string("events/occurrence_row.html", {"shown": shown, **about}),
        )
        for shown in with_pages(visit, keys, locale_id)
    }


def with_pages(visit, keys, locale_id: int) -> list[KeptOccurrence]:
    """The times with these numbers, each with its page in the language and the page's place."""
    from events.models.pages import EventPage

    times = list(KeptOccurrence.objects.filter(pk__in=keys).in_order())
    pages = EventPage.objects.filter(
        locale_id=locale_id, translation_key__in={each.event_key for each in times}
    )
    pages = {page.translation_key: page for page in pages.for_rows()}
    cards = community_cards(visit, locale_id)
    shown = [each for each in times if each.event_key in pages]
    for each in shown:
        each.page = pages[each.event_key]
        place = each.page.path
        each.community = next((card for card in cards if place.startswith(card.path)), None)
    return shown
