from uuid import UUID

from django import template

from communities.sheet import Sheet, shown_sheet
from core.visit import visit_of

register = template.Library()


@register.inclusion_tag("communities/map.html", takes_context=True)
def communities_map(context, locale_id: int, here: UUID | None = None):
    """The map of the communities in a language; `here` is the key of the one the reader is on."""
    return map_context(shown_sheet(visit_of(context["request"]), locale_id), here)


@register.inclusion_tag("communities/map.html")
def map_of(sheet: Sheet):
    """A map that has been drawn before."""
    return map_context(sheet, None)


def map_context(sheet: Sheet, here: UUID | None) -> dict:
    """What the template of the map shows."""
    return {"drawing": sheet.drawing, "pieces": sheet.pieces_from(here), "credit": sheet.credit}
