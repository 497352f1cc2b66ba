"""What the page of a resource shows."""

from dataclasses import dataclass

from communities.models.cards import community_cards
from core.audience import Audience
from library.asked import Asked
from library.cards import BESIDE, library_address, resource_cards
from library.models import By, ResourcePage
from library.shelving import shelf_of

MORE_SHOWN = 4


@dataclass(frozen=True)
class Door:
    """A word that leads to all resources which are marked with it."""

    label: str
    address: str


def resource_context(page: ResourcePage, visit) -> dict:
    """Files, what is known of the resource, and what goes with it."""
    library = library_address(visit, page.locale_id)
    topics = page.shared_topics
    keys = {other.translation_key for other in page.communities.all()}
    cards = community_cards(visit, page.locale_id)
    return {
        "files": page.shared_files,
        "links": page.shared_links,
        "kind": _door(library, By.KIND, page.kind.slug, page.kind.name) if page.kind else None,
        "topics": [_door(library, By.TOPIC, topic.slug, topic.label) for topic in topics],
        "from_communities": [card for card in cards if card.key in keys],
        "is_closed": page.audience != Audience.EVERYONE,
        "more": more_of(page, visit, [topic.slug for topic in topics]),
        "library_url": library,
    }


def _door(library: str, by: str, value: str, label: str) -> Door:
    return Door(label, library + Asked(chosen=((str(by), value),)).address() if library else "")


def more_of(page: ResourcePage, visit, topics: list[str]) -> list:
    """The cards of what goes with it: as editors chose, else what is about the same topics."""
    keys = [row.resource.translation_key for row in page.related.select_related("resource")]
    if keys:
        pages = ResourcePage.objects.filter(locale_id=page.locale_id, translation_key__in=keys)
        found = dict(pages.seen_in(visit).values_list("translation_key", "pk"))
        numbers = [found[key] for key in keys if key in found]
    else:
        shelf = shelf_of(visit, page.locale_id)
        sharing = shelf.sharing(By.TOPIC, topics)
        numbers = [number for number in sharing if number != page.pk]
    cards = resource_cards(visit, numbers[:MORE_SHOWN], page.locale_id, BESIDE)
    return [card for _number, card in cards]
