"""The map as pages show it: drawn and written once for each state of the site."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from communities.map import (
    DOT,
    NUMBERED_STRETCH,
    STRETCH,
    Drawing,
    Label,
    Place,
    Spot,
    draw,
)
from communities.models.boundaries import BoundarySet, Rings, shown_boundaries
from communities.models.cards import CommunityCard, community_cards
from core.belt import belt_of
from core.visit import shared_fact

# How far the dot of the community reaches whose page the reader is on.
DOT_HERE = 22
# Numbers have room for so many digits; what is more is said beside the map.
DIGITS = 2


@dataclass(frozen=True)
class Piece:
    """A community in two layers: its patch or its yarns, and above all of those its link."""

    cloth: SafeString
    link: SafeString


@dataclass(frozen=True)
class Lead:
    """Where a community on a numbered map leads, and its number; nought is not shown."""

    href: str
    number: int


# What stands in the pieces of a numbered map until it is known where they lead. Templates write
# them once for each state of the site: 140 links for each reader would cost more than all else.
HREF, NUMBER = "{href}", "{number}"


@dataclass(frozen=True)
class Sheet:
    """A map that is ready to be shown, with who is to be thanked for its boundaries.

    A numbered one has `pieces` that are yet to be told where they lead.
    """

    drawing: Drawing
    cards: tuple[CommunityCard, ...]
    pieces: tuple[Piece, ...]
    credit: str
    is_numbered: bool = False

    def pieces_from(self, here: UUID | None) -> tuple[Piece, ...]:
        """The pieces in their order, that of the community marked whose page the reader is on."""
        rows = zip(self.drawing.spots, self.cards, self.pieces, strict=True)
        return tuple(
            _piece(spot, card, self.is_numbered, is_here=True) if card.key == here else piece
            for spot, card, piece in rows
        )

    def led(self, leads: Mapping[UUID, Lead], here: UUID | None = None) -> "Sheet":
        """The numbered map, with each community leading where it is told; one is marked."""
        rows = zip(self.cards, self.pieces_from(here), strict=True)
        return replace(self, pieces=tuple(_led(piece, leads[card.key]) for card, piece in rows))


@dataclass(frozen=True)
class Words:
    """A label of one of the two sizes, or without a size where both stand in the same place."""

    label: Label
    size: str
    is_unseen: bool


@shared_fact
def shown_sheet(visit, locale_id: int) -> Sheet:
    """The map of the communities that the visitor may see, with the boundaries that are shown."""
    return sheet_of(community_cards(visit, locale_id), shown_boundaries(visit))


@shared_fact
def pieces_seen_from(visit, locale_id: int, here: UUID) -> tuple[Piece, ...]:
    """The pieces of that map as the page of one of the communities shows them."""
    return shown_sheet(visit, locale_id).pieces_from(here)


@shared_fact
def numbered_sheet(visit, locale_id: int) -> Sheet:
    """The same map with room for a number beside each name."""
    cards = community_cards(visit, locale_id)
    return sheet_of(cards, shown_boundaries(visit), is_numbered=True)


@shared_fact
def shown_places(visit, locale_id: int) -> tuple[Place, ...]:
    """The communities that the visitor may see, as maps know them."""
    return _places(community_cards(visit, locale_id), shown_boundaries(visit), is_numbered=False)


def sheet_of(
    cards: Iterable[CommunityCard], boundaries: BoundarySet | None, *, is_numbered: bool = False
) -> Sheet:
    """The map of these communities; without boundaries they are dots."""
    places = _places(cards, boundaries, is_numbered)
    drawing = draw(places, NUMBERED_STRETCH if is_numbered else STRETCH)
    by_key = {str(card.key): card for card in cards}
    shown = tuple(by_key[spot.place.key] for spot in drawing.spots)
    pieces = tuple(
        _piece(spot, card, is_numbered, is_here=False)
        for spot, card in zip(drawing.spots, shown, strict=True)
    )
    credit = boundaries.credit if boundaries and drawing.seams else ""
    return Sheet(drawing, shown, pieces, credit, is_numbered)


def _places(cards, boundaries: BoundarySet | None, is_numbered: bool) -> tuple[Place, ...]:
    outlines = boundaries.outlines if boundaries else {}
    return tuple(_place(card, outlines.get(card.key, ()), is_numbered) for card in cards)


def _place(card: CommunityCard, rings: Rings, is_numbered: bool) -> Place:
    degrees = (card.latitude, card.longitude)
    position = [None if each is None else float(each) for each in degrees]
    neighbours = tuple(sorted(map(str, card.neighbours)))
    label = f"{card.label} {'9' * DIGITS}" if is_numbered else card.label
    return Place(str(card.key), label, *position, neighbours, rings)


def _piece(spot: Spot, card: CommunityCard, is_numbered: bool, *, is_here: bool) -> Piece:
    context = {
        "spot": spot,
        "card": card,
        "href": HREF if is_numbered else card.url_path,
        "number": NUMBER if is_numbered else "",
        "wool": belt_of(card.belt).pair if card.belt else "pine",
        "is_here": is_here,
        "words": _words(spot),
        "dot": "" if spot.is_on_patch else _lozenge(spot, DOT_HERE if is_here else DOT),
    }
    cloth = render_to_string("communities/map_cloth.html", context)
    return Piece(cloth, render_to_string("communities/map_link.html", context))


def _led(piece: Piece, lead: Lead) -> Piece:
    most = 10**DIGITS - 1
    number = f" {lead.number}" if 0 < lead.number <= most else f" {most}+" if lead.number else ""
    cloth, link = (
        # What is put in is escaped here, and all around it was by its template.
        mark_safe(words.replace(HREF, escape(lead.href)).replace(NUMBER, number))  # noqa: S308
        for words in (piece.cloth, piece.link)
    )
    return Piece(cloth, link)


def _words(spot: Spot) -> list[Words]:
    narrow, wide = (
        Words(label or spot.spare, size, label is None)
        for label, size in ((spot.narrow, "narrow"), (spot.wide, "wide"))
    )
    if _stand(narrow.label) == _stand(wide.label) and narrow.is_unseen == wide.is_unseen:
        return [Words(narrow.label, "", narrow.is_unseen)]
    return [narrow, wide]


def _stand(label: Label):
    return label.x, label.y, label.anchor


def _lozenge(spot: Spot, reach: int) -> str:
    """A lozenge around the point with a smaller one cut out, as belts have them."""
    inner = reach // 2
    return (
        f"M{spot.x} {spot.y - reach}l{reach} {reach}-{reach} {reach}-{reach}-{reach}z"
        f"m0 {reach - inner}l-{inner} {inner} {inner} {inner} {inner}-{inner}z"
    )
