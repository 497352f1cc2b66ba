"""What the page of one event shows."""

from dataclasses import dataclass
from datetime import date, datetime

from communities.map import Place, Route, Stop, draw_route
from communities.models.cards import card_at, community_cards
from communities.sheet import shown_places
from events.models.parts import EventResult, ProgrammeItem
from events.recurrence import words
from events.recurrence.rule import Frequency, Occurrence
from events.said_of_times import SaidOfTime, said_of_times
from events.sign_up.offers import offers_of

DATES_SHOWN = 6


@dataclass(frozen=True)
class ShownTime:
    """One time of an event with what readers are told of it in their language."""

    time: Occurrence
    said: SaidOfTime = SaidOfTime()


def event_context(page, visit) -> dict:
    """What an event's template shows at the time of the visit."""
    times = page.occurrences
    coming = [each for each in times if each.ends_at > visit.now]
    shown = _shown_times(page, coming or times[-1:])
    series = page.timed.series
    is_series = bool(series and series.rule.frequency != Frequency.ONCE)
    results = _results(page, times)
    items = list(page.programme.all())
    cards = community_cards(visit, page.locale_id)
    others = set(page.communities.values_list("translation_key", flat=True))
    return {
        "community": card_at(visit, page.locale_id, page.path or ""),
        "with_communities": [card for card in cards if card.key in others],
        "times": shown[:DATES_SHOWN],
        "next": next((each for each in shown if not each.time.is_cancelled), None),
        "is_series": is_series,
        "rule": words.in_words(series) if is_series else "",
        "is_over": bool(times) and not coming,
        "results": results,
        "programme": _programme(items),
        "route": _route(items, shown_places(visit, page.locale_id)),
        "waits_for_results": is_result_due(page, times, results, visit.now),
        "offers": offers_of(page, visit.now)[:DATES_SHOWN] if page.timed.takes_sign_ups else [],
    }


def _shown_times(page, times: list[Occurrence]) -> list[ShownTime]:
    said = said_of_times(page, page.timed)
    return [ShownTime(each, said.get(each.of, SaidOfTime())) for each in times]


def _results(page, times: list[Occurrence]) -> list[EventResult]:
    """What came of it, the latest first; each with the day that it is of."""
    results = list(page.results.select_related("picture", "document"))
    for result in results:
        result.day = result.of or (times[-1].day if times else None)
    return sorted(results, key=lambda each: each.day or date.min, reverse=True)


def _programme(items: list[ProgrammeItem]) -> list[tuple[date | None, list]]:
    """The parts of the programme under the days that they are on."""
    days: dict[date | None, list] = {}
    for item in items:
        days.setdefault(item.date, []).append(item)
    return list(days.items())


def _route(items: list[ProgrammeItem], places: tuple[Place, ...]) -> Route | None:
    """The stops that are known to be somewhere, numbered in their order and drawn on a map."""
    located = [item for item in items if item.is_on_map]
    for number, item in enumerate(located, start=1):
        item.number = number
    stops = tuple(
        Stop(
            item.number,
            item.place or item.title,
            float(item.latitude),
            float(item.longitude),
            item.is_pick_up,
        )
        for item in located
    )
    return draw_route(stops, places) if stops else None


def is_result_due(page, times: list[Occurrence], results, now: datetime) -> bool:
    """Whether a week has gone by since the last time and nobody has said what came of it."""
    if not page.takes_place:
        return False
    past = [each for each in times if each.ends_at <= now and not each.is_cancelled]
    if not past or (now - past[-1].ends_at).days < 7:
        return False
    return not any(result.of in (None, past[-1].of) for result in results)
