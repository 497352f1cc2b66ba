"""What the library's page shows for what its address asks."""

from dataclasses import dataclass, field, replace

from django.core.paginator import Paginator
from django.utils.translation import gettext as _
from wagtail.models import Locale

from core.search_query import query_of
from core.search_spelling import is_near
from core.stemmer import keys_of_word, words_of
from core.translation.state import code_of
from library.asked import Asked, Order, asked_of
from library.cards import resource_cards
from library.models import By
from library.search import best_first, found_bits, hits_of
from library.shelf import Shelf
from library.shelving import names_of, offered, shelf_of, topics_meant

PER_PAGE = 30
# A way of choosing that has more values shows those that most resources have.
MOST_VALUES = 30
MOST_NEAR = 6


@dataclass(frozen=True)
class Value:
    """One thing that can be chosen, and how many resources that would show."""

    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Way:
    """By what can be chosen, under its heading."""

    by: str
    heading: str
    values: list[Value]
    is_chosen: bool


@dataclass(frozen=True)
class Chip:
    """Something that is chosen, and the address without it; `count` is told where that helps."""

    label: str
    address: str
    count: int | None = None


@dataclass(frozen=True)
class Found:
    """What is shown: cards in their order, each with where the words stand in it, if there are any.

    `without` and `near` are filled where nothing was found: what to leave out, and topics nearby.
    """

    pages: object
    rows: list[tuple] = field(default_factory=list)
    without: list[Chip] = field(default_factory=list)
    near: list[Chip] = field(default_factory=list)


def library_context(page, request, visit) -> dict:
    """Resources, ways of choosing and what is chosen."""
    locale_id = page.locale_id or Locale.get_active().pk
    shelf = shelf_of(visit, locale_id)
    names = names_here(names_of(visit, locale_id), shelf)
    asked = _meant(asked_of(request.GET), visit, shelf)
    query = query_of(asked.words, language=code_of(locale_id))
    within = found_bits(shelf, query) if query else None
    ways = [
        way_of(shelf, names, asked, by, heading, within) for by, heading in offered(visit, page.pk)
    ]
    found = _found(visit, locale_id, shelf, names, asked, query, within)
    return {
        "asked": asked,
        "has_words": bool(query),
        "ways": [way for way in ways if len(way.values) > 1 or way.is_chosen],
        "chips": chips_of(names, asked),
        "orders": orders_of(asked),
        "found": found,
        "count": found.pages.paginator.count,
        "is_empty": not shelf.numbers,
        "before": asked.address(number=found.pages.number - 1),
        "after": asked.address(number=found.pages.number + 1),
    }


def names_here(names: dict[str, dict[str, str]], shelf: Shelf) -> dict[str, dict[str, str]]:
    """The names of what the reader sees any resource of; of others not even the name is told."""
    return {
        by: {value: name for value, name in mine.items() if value in shelf.marks.get(by, {})}
        for by, mine in names.items()
    }


def _meant(asked: Asked, visit, shelf: Shelf) -> Asked:
    seen = shelf.marks.get(By.TOPIC, {})
    now = topics_meant(visit).items()
    return asked.meaning({slug: topic for slug, topic in now if topic in seen})


def _found(visit, locale_id, shelf: Shelf, names, asked: Asked, query, within) -> Found:
    bits = shelf.chosen(asked.choices, within)
    if not bits:
        return Found(
            pages=Paginator([], PER_PAGE).get_page(1),
            without=without_one(shelf, names, asked, within),
            near=near_topics(shelf, names, asked),
        )
    numbers = shelf.by_title(bits) if asked.shown_order == Order.TITLE else shelf.newest(bits)
    if asked.shown_order == Order.BEST:
        numbers = best_first(numbers, query)
    pages = Paginator(numbers, PER_PAGE).get_page(asked.number)
    shown = list(pages)
    hits = hits_of(shown, query) if query else {}
    cards = resource_cards(visit, shown, locale_id)
    return Found(pages, [(card, hits.get(number)) for number, card in cards])


def way_of(shelf: Shelf, names, asked: Asked, by: str, heading: str, within) -> Way:
    """A way of choosing with the counts that its values have beside all other choices."""
    counts = shelf.counts(by, asked.choices, within)
    chosen = asked.choices.get(by, frozenset())
    order = _order(by, names.get(by, {}), counts)
    values = [
        Value(value, _label(names, by, value), counts.get(value, 0), value in chosen)
        for value in order
        if counts.get(value, 0) or value in chosen
    ]
    if len(values) > MOST_VALUES:
        least = sorted((value.count for value in values), reverse=True)[MOST_VALUES - 1]
        values = [value for value in values if value.count >= least or value.is_chosen]
    return Way(by, heading, values, bool(chosen))


def _order(by: str, names: dict, counts: dict) -> list[str]:
    """The values in the order of their names; years from the latest, formats by the alphabet."""
    others = sorted(set(counts) - set(names), reverse=by == By.YEAR)
    return [*names, *others]


def _label(names, by: str, value: str) -> str:
    label = names.get(by, {}).get(value, value)
    return label.upper() if by == By.FORMAT else label


def chips_of(names, asked: Asked) -> list[Chip]:
    """What is chosen, each with the address without it."""
    words = [Chip(_("“%(text)s”") % {"text": asked.words}, asked.address(words=""))]
    return (words if asked.words else []) + [
        Chip(_label(names, by, value), asked.without(by, value)) for by, value in asked.chosen
    ]


def without_one(shelf: Shelf, names, asked: Asked, within) -> list[Chip]:
    """Where nothing is found: what to leave out, with how many resources that shows."""
    chips = []
    for by in dict(asked.chosen):
        count = shelf.chosen(asked.choices, within, but=by).bit_count()
        label = ", ".join(_label(names, by, value) for at, value in asked.chosen if at == by)
        chips.append(Chip(label, asked.without(by), count))
    if asked.words and within is not None and len(asked.choices) > 1:
        chips.append(
            Chip(_("everything that is chosen"), asked.address(chosen=()), within.bit_count())
        )
    if asked.words and asked.chosen:
        count = shelf.chosen(asked.choices).bit_count()
        words = _("“%(text)s”") % {"text": asked.words}
        chips.append(Chip(words, asked.address(words=""), count))
    return [chip for chip in chips if chip.count]


def near_topics(shelf: Shelf, names, asked: Asked) -> list[Chip]:
    """Topics whose names have a word that was typed, or one that is a letter away from it."""
    typed = {key for word in words_of(asked.words) for key in keys_of_word(word)}
    chips = []
    for slug, label in names[By.TOPIC].items():
        count = shelf.having(By.TOPIC, [slug]).bit_count()
        keys = {key for word in words_of(label) for key in keys_of_word(word)}
        if count and any(is_near(key, other) for key in typed for other in keys):
            alone = replace(asked, words="", chosen=((By.TOPIC.value, slug),))
            chips.append(Chip(label, alone.address(), count))
    return chips[:MOST_NEAR]


def orders_of(asked: Asked) -> list[tuple[str, str, bool, str]]:
    """The orders that can be wished: name, label, whether it is the shown one, and address."""
    labels = {
        Order.BEST: _("What fits best first"),
        Order.NEWEST: _("Newest first"),
        Order.TITLE: _("By title"),
    }
    offered_here = [order for order in Order if asked.words or order != Order.BEST]
    return [
        (order, labels[order], order == asked.shown_order, asked.address(order=str(order)))
        for order in offered_here
    ]
