"""What can be asked of the calendar, what is, and which events fit it."""

from dataclasses import dataclass

from django.db.models import Q

from communities.models.cards import CommunityCard, community_cards, neighbours_of
from core.visit import shared_fact
from events.calendar.asked import Asked
from events.models.kinds import EventKind


@dataclass(frozen=True)
class Filters:
    """What can be asked for, and what is: the communities whose events are wanted, or all."""

    communities: tuple[CommunityCard, ...]
    kinds: tuple[tuple[str, str], ...]
    whom: tuple[tuple[str, str], ...]
    community: CommunityCard | None = None
    around: tuple[CommunityCard, ...] = ()
    kind: int | None = None


def filters_of(visit, locale_id: int, asked: Asked) -> Filters:
    """The choices of the filter in the active language."""
    from events.models.pages import EventPage

    cards = community_cards(visit, locale_id)
    card = next((each for each in cards if each.slug == asked.community), None)
    around = neighbours_of(visit, locale_id, card.key) if card and asked.around else []
    kinds = kinds_of(visit)
    return Filters(
        communities=cards,
        kinds=tuple((kind.slug, kind.name) for kind in kinds),
        whom=tuple(EventPage.ForWhom.choices),
        community=card,
        around=tuple(around),
        kind=next((kind.pk for kind in kinds if kind.slug == asked.kind), None),
    )


@shared_fact
def kinds_of(visit) -> tuple[EventKind, ...]:
    """The kinds of events that are in use, in their order."""
    return tuple(EventKind.objects.filter(is_used=True).order_by("sort_order", "pk"))


def wanted_pages(visit, locale_id: int, asked: Asked, filters: Filters):
    """The pages of events that the reader may see and asks for."""
    from events.models.pages import EventPage

    pages = EventPage.objects.filter(locale_id=locale_id).seen_in(visit)
    if asked.whom:
        pages = pages.filter(for_whom=asked.whom)
    if asked.kind:
        pages = pages.filter(kind_id=filters.kind)
    if asked.free:
        pages = pages.filter(takes_sign_ups=True).that_take_place()
        is_open = Q(sign_up_closes_at=None) | Q(sign_up_closes_at__gt=visit.now)
        pages = pages.filter(is_open)
    if asked.community:
        cards = [filters.community, *filters.around] if filters.community else []
        pages = pages.of_communities(cards)
    return pages
