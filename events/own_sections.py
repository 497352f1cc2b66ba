"""What events put on the pages of communities."""

from communities.models.cards import card_at
from communities.sections import Section, register
from events.calendar.addresses import calendar_address
from events.calendar.listing import coming_rows
from events.models import EventPage

OF_COMMUNITY = 5


def register_sections():
    """Register the section, once, when Django starts."""
    register(Section("events", 40, "events/sections/community.html", coming))


def coming(page, visit):
    """What takes place in the community next, and what it organises with others."""
    card = card_at(visit, page.locale_id, page.path)
    if card is None:
        return None
    pages = EventPage.objects.filter(locale_id=page.locale_id).seen_in(visit)
    rows = coming_rows(visit, page.locale_id, pages.of_communities([card]), OF_COMMUNITY)
    if not rows:
        return None
    address = calendar_address(visit, page.locale_id)
    return {"rows": rows, "address": f"{address}?community={card.slug}" if address else ""}
