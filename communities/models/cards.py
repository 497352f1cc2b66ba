"""The communities as lists, maps and their neighbours show them."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.apps import apps

from core.belt import belt, word_of
from core.visit import shared_fact


@dataclass(frozen=True)
class CommunityCard:
    """What is shown of a community away from its page.

    The key is that of all its translations, neighbours are named by theirs; `belt` is the word of
    the belt, which is woven from the Latvian title in every language.
    """

    key: UUID
    path: str
    slug: str
    title: str
    short_name: str
    summary: str
    url_path: str
    latitude: float | None
    longitude: float | None
    neighbours: frozenset[UUID]
    belt: str

    @property
    def label(self) -> str:
        """The short name, or the title where there is none."""
        return self.short_name or self.title


@shared_fact
def community_cards(visit, locale_id: int) -> tuple[CommunityCard, ...]:
    """All communities of a language that the visitor may see, in alphabetical order."""
    pages = _pages()
    neighbours = _neighbours(pages)
    sources = pages.filter(locale__language_code="lv").values_list("translation_key", "title")
    belts = {key: word_of(belt(title)) for key, title in sources}
    columns = ("translation_key", "path", "slug", "title", "short_name", "summary", "url_path")
    columns += ("latitude", "longitude")
    rows = pages.filter(locale_id=locale_id).seen_in(visit).order_by("sort_key", "pk")
    return tuple(
        CommunityCard(*row, frozenset(neighbours[row[0]]), belts.get(row[0], ""))
        for row in rows.values_list(*columns)
    )


def card_at(visit, locale_id: int, path: str) -> CommunityCard | None:
    """The community at a place in the tree, or above it."""
    cards = community_cards(visit, locale_id)
    return next((card for card in cards if path.startswith(card.path)), None)


def neighbours_of(visit, locale_id: int, key: UUID) -> list[CommunityCard]:
    """The neighbouring communities in a language, in alphabetical order."""
    return [card for card in community_cards(visit, locale_id) if key in card.neighbours]


def _pages():
    # The pages themselves show cards, so their model cannot be imported before this module.
    return apps.get_model("communities", "CommunityPage").objects


def _neighbours(pages) -> dict[UUID, set[UUID]]:
    """Who are neighbours: to say it on one side, in one language, is enough."""
    said = pages.model.neighbours.through.objects.values_list(
        "from_communitypage__translation_key", "to_communitypage__translation_key"
    )
    neighbours = defaultdict(set)
    for one, other in said:
        neighbours[one].add(other)
        neighbours[other].add(one)
    return neighbours
