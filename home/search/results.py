"""What the page of the search shows: groups, pages with what was found in them, talk and people."""

from dataclasses import dataclass

from django.core.paginator import Page as Part
from django.core.paginator import Paginator
from django.utils.timezone import localdate
from wagtail.models import Locale

from communities.models.cards import community_cards
from core.entries.finding import Found, find, open_entries
from core.entries.sought import Sought, sought_of
from core.entries.sources import kinds
from core.visit import shared_fact
from events.models import KeptOccurrence
from events.searched import with_times
from forum import search as talk
from home.search.asked import PEOPLE, TALK, Asked, Period, first_day
from home.search.rows import Row, rows_for
from home.search.terms import pinned, synonyms
from members.finding import PersonFound, find_people

PER_PAGE = 20
# Of talk and people, beside pages.
SHOWN_BESIDE = 3


@dataclass(frozen=True)
class Results:
    """Everything that was found, and of it what is shown."""

    asked: Asked
    sought: Sought
    found: Found
    part: Part
    rows: list[Row]
    talk: list
    people: list[PersonFound]
    pinned: list
    counts: dict[str, int]
    has_more_talk: bool

    def has_more_of(self, group: str) -> bool:
        """Whether there is more of the group than was counted."""
        if group == TALK:
            return self.has_more_talk
        return self.found.has_more and group != PEOPLE

    @property
    def is_found(self) -> bool:
        """Whether anything at all was found."""
        return any(self.counts.values()) or bool(self.pinned)


def results_for(visit, person, asked: Asked, language: str, number) -> Results:
    """What the reader may read of what they ask for; `number` is that of the part of the list."""
    sought = sought_of(asked.typed, synonyms(visit), language=language)
    found = find(
        _entries(visit, asked, language),
        sought,
        now=visit.now,
        own_path=_own_path(visit, person, language),
        with_times=lambda candidates: with_times(candidates, localdate(visit.now)),
    )
    said, people = _beside(visit, person, asked, found.sought)
    counts = {kind.key: 0 for kind in kinds()} | {TALK: len(said.posts), PEOPLE: len(people)}
    for one in found.candidates:
        counts[one.kind] += 1
    part = Paginator(_listed(asked, found, said, people), PER_PAGE).get_page(number)
    chosen = [] if asked.group in (TALK, PEOPLE) else list(part)
    posts, shown_people = _shown_beside(asked, part, said, people)
    return Results(
        asked,
        sought,
        found,
        part,
        rows_for(visit, chosen, found.sought, locale_id(visit, language)),
        talk.findings(posts, found.sought.to_mark, visit, person) if posts else [],
        shown_people,
        [] if asked.group or asked.is_narrowed else pinned(visit, language, sought),
        counts,
        said.has_more,
    )


def _entries(visit, asked: Asked, language: str):
    entries, today = open_entries(visit, language), localdate(visit.now)
    if asked.community:
        cards = community_cards(visit, locale_id(visit, language))
        card = next(card for card in cards if card.slug == asked.community)
        entries = entries.filter(page__path__startswith=card.path)
    if asked.period == Period.COMING:
        coming = KeptOccurrence.objects.filter(last_day__gte=today, is_cancelled=False)
        return entries.filter(page__translation_key__in=coming.values("event_key"))
    if first := first_day(asked.period, today):
        return entries.filter(day__gte=first, day__lte=today)
    return entries


def _beside(visit, person, asked: Asked, sought: Sought):
    """What was said and who is found; neither is of a place or a time."""
    if asked.is_narrowed or not sought:
        return talk.Found((), False), []
    return talk.search(person, sought.query(), visit.now), find_people(sought.query())


def _listed(asked: Asked, found: Found, said, people) -> list:
    """What is shown in parts: the group that was chosen, else all pages."""
    if asked.group == TALK:
        return list(said.posts)
    if asked.group == PEOPLE:
        return people
    return [one for one in found.candidates if asked.group in ("", one.kind)]


def _shown_beside(asked: Asked, part: Part, said, people):
    if asked.group == TALK:
        return list(part), []
    if asked.group == PEOPLE:
        return [], list(part)
    if asked.group or part.number > 1:
        return [], []
    return said.posts[:SHOWN_BESIDE], people[:SHOWN_BESIDE]


def _own_path(visit, person, language: str) -> str:
    key = getattr(person, "home_key", None)
    cards = community_cards(visit, locale_id(visit, language)) if key else ()
    return next((card.path for card in cards if card.key == key), "")


@shared_fact
def locale_id(visit, language: str) -> int:
    """The number of the locale of a language."""
    return Locale.objects.get(language_code=language).pk
