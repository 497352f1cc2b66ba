"""The map as pages show it: drawn and written once for each state of the site."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from communities.map import DOT, Drawing, Label, Place, Spot, draw
from communities.models.boundaries import BoundarySet, Rings, shown_boundaries
from communities.models.cards import CommunityCard, community_cards
from core.belt import belt_of
from core.visit import shared_fact

# How far the dot of the community reaches whose page the reader is on.
DOT_HERE = 22


@dataclass(frozen=True)
class Piece:
    """A community in two layers: its patch or its yarns, and above all of those its link."""

    cloth: SafeString
    link: SafeString


@dataclass(frozen=True)
class Sheet:
    """A map that is ready to be shown, with who is to be thanked for its boundaries."""

    drawing: Drawing
    cards: tuple[CommunityCard, ...]
    pieces: tuple[Piece, ...]
    credit: str

    def pieces_from(self, here: UUID) -> tuple[Piece, ...]:
        """The pieces in their order, that of the community marked whose page the reader is on."""
        rows = zip(self.drawing.spots, self.cards, self.pieces, strict=True)
        return tuple(
            _piece(spot, card, is_here=True) if card.key == here else piece
            for spot, card, piece in rows
        )


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


def sheet_of(cards: Iterable[CommunityCard], boundaries: BoundarySet | None) -> Sheet:
    """The map of these communities; without boundaries they are dots."""
    outlines = boundaries.outlines if boundaries else {}
    drawing = draw(tuple(_place(card, outlines.get(card.key, ())) for card in cards))
    by_key = {str(card.key): card for card in cards}
    shown = tuple(by_key[spot.place.key] for spot in drawing.spots)
    pieces = tuple(
        _piece(spot, card, is_here=False) for spot, card in zip(drawing.spots, shown, strict=True)
    )
    credit = boundaries.credit if boundaries and drawing.seams else ""
    return Sheet(drawing, shown, pieces, credit)


def _place(card: CommunityCard, rings: Rings) -> Place:
    degrees = (card.latitude, card.longitude)
    position = [None if each is None else float(each) for each in degrees]
    neighbours = tuple(sorted(map(str, card.neighbours)))
    return Place(str(card.key), card.label, *position, neighbours, rings)


def _piece(spot: Spot, card: CommunityCard, *, is_here: bool) -> Piece:
    context = {
        "spot": spot,
        "card": card,
        "wool": belt_of(card.belt).pair if card.belt else "pine",
        "is_here": is_here,
        "words": _words(spot),
        "dot": "" if spot.is_on_patch else _lozenge(spot, DOT_HERE if is_here else DOT),
    }
    cloth = render_to_string("communities/map_cloth.html", context)
    return Piece(cloth, render_to_string("communities/map_link.html", context))


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
