"""The map of the calendar: how many events take place in each community in a period."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Count
from django.db.models.functions import Length, Substr
from django.utils import timezone
from wagtail.models import Page

from communities.models.cards import CommunityCard
from communities.sheet import Lead, Sheet, numbered_sheet
from core.visit import shared_pieces
from events.calendar.asked import Asked
from events.calendar.filters import Filters, filters_of, wanted_pages
from events.calendar.outside import wanted_outside
from events.calendar.periods import Period, View
from events.models.occurrences import KeptOccurrence


@dataclass(frozen=True)
class Row:
    """A community with the number of its events, and where these are listed."""

    card: CommunityCard
    href: str
    number: int
    is_chosen: bool


@dataclass(frozen=True)
class CalendarMap:
    """The numbered map, the same as a list, and how many events are of no single community."""

    sheet: Sheet
    rows: list[Row]
    of_all: int


def map_of(visit, locale_id: int, asked: Asked, period: Period, filters: Filters) -> CalendarMap:
    """The events of the period by community, for all else that is asked; each leads to its own."""
    everywhere = replace(asked, community="", around=False)
    what = replace(everywhere, view=View.MONTH, day=None, until=None)
    [counted] = counts_of(visit, [(what, period.first, period.last)], locale_id)
    rows = [
        Row(
            card,
            everywhere.address(community=card.slug),
            counted[card.key],
            card == filters.community,
        )
        for card in filters.communities
    ]
    leads = {row.card.key: Lead(row.href, row.number) for row in rows}
    here = filters.community.key if filters.community else None
    sheet = numbered_sheet(visit, locale_id).led(leads, here)
    return CalendarMap(sheet, rows, counted[None])


@shared_pieces
def counts_of(visit, questions: list, locale_id: int) -> dict[tuple, Counter]:
    """How many events take place by the key of the community; None for the whole municipality.

    An event counts once however often it comes, at each community that organises it.
    """
    return {question: _counts(visit, locale_id, *question) for question in questions}


def _counts(visit, locale_id: int, asked: Asked, first: date, last: date) -> Counter:
    times = KeptOccurrence.objects.filter(is_cancelled=False)
    if asked.free:
        times = times.with_seats(timezone.localdate(visit.now))
    filters = filters_of(visit, locale_id, asked)
    pages = wanted_pages(visit, locale_id, asked, filters).that_take_place()
    pages = pages.filter(translation_key__in=_within(times, first, last, "event_key"))
    paths = {card.path: card.key for card in filters.communities}
    counted = Counter()
    for above, number in _with_above(pages).values_list("above").annotate(Count("pk")):
        counted[paths.get(above)] += number
    counted.update(_together(pages, paths))
    return counted + _of_others(wanted_outside(asked, filters), first, last)


def _within(times, first: date, last: date, name: str):
    """What the times of these days have under the name, as a subquery that reads no others."""
    going_on = times.going_on(first).order_by().values(name)
    return times.beginning(first, last).order_by().values(name).union(going_on)


def _with_above(pages):
    """With the place in the tree of what each page lies below."""
    above = Substr("path", 1, Length("path") - Page.steplen)
    return pages.order_by().annotate(above=above)


def _together(pages, paths: dict[str, UUID]) -> Counter:
    """Events counted at the communities that they are organised together with."""
    rows = pages.filter(communities__isnull=False)
    key = "communities__translation_key"
    counted = Counter()
    for above, others, number in (
        _with_above(rows).values_list("above", key).annotate(Count("pk", distinct=True))
    ):
        if paths.get(above) != others:
            counted[others] += number
    return counted


def _of_others(times, first: date, last: date) -> Counter:
    """The events of others, at the community whose calendar they are from."""
    times = times.filter(is_cancelled=False, pk__in=_within(times, first, last, "pk"))
    rows = times.order_by().values_list("calendar__community_key", "calendar_id")
    counted = Counter()
    for key, _calendar, number in rows.annotate(Count("uid", distinct=True)):
        counted[key] += number
    return counted
