from uuid import UUID

from django import template

from communities.sheet import Piece, Sheet, pieces_seen_from, shown_sheet
from core.visit import visit_of

register = template.Library()


@register.inclusion_tag("communities/map.html", takes_context=True)
def communities_map(context, locale_id: int, here: UUID | None = None):
    """The map of the communities in a language; `here` is the key of the one the reader is on."""
    visit = visit_of(context["request"])
    sheet = shown_sheet(visit, locale_id)
    pieces = pieces_seen_from(visit, locale_id, here) if here else sheet.pieces
    return map_context(sheet, pieces)


@register.inclusion_tag("communities/map.html")
def map_of(sheet: Sheet):
    """A map that has been drawn before."""
    return map_context(sheet, sheet.pieces)


def map_context(sheet: Sheet, pieces: tuple[Piece, ...]) -> dict:
    """What the template of the map shows."""
    return {"drawing": sheet.drawing, "pieces": pieces, "credit": sheet.credit}
