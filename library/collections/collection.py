"""What the page of a collection shows."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString

from core.audience import Audience
from library.cards import BESIDE, resource_cards
from library.collections.bag import MOST_BYTES, MOST_FILES
from library.files import SharedFile, files_of_pages
from library.models import CollectionItem, CollectionPage, ResourcePage


@dataclass(frozen=True)
class Item:
    """A resource in its place, with what it is for here."""

    resource: ResourcePage
    sentence: str
    card: SafeString
    files: list[SharedFile]


def collection_context(page: CollectionPage, visit) -> dict:
    """The resources that the visitor may read, in their order, and the bag with all their files."""
    items = items_of(page, visit)
    files = [file for item in items for file in item.files]
    size = sum(file.size or 0 for file in files)
    fits = bool(files) and len(files) <= MOST_FILES and size <= MOST_BYTES
    return {
        "items": items,
        "is_closed": page.audience != Audience.EVERYONE,
        "file_count": len(files),
        "size": size,
        "bag_url": reverse("library:bag", args=[page.pk]) if fits and page.pk else "",
    }


def items_of(page: CollectionPage, visit) -> list[Item]:
    """The resources of a collection, as it is held, that the visitor may read; in the page's
    language."""
    rows: list[CollectionItem] = list(page.items.all())
    chosen = ResourcePage.objects.filter(pk__in={row.resource_id for row in rows})
    keys = dict(chosen.values_list("pk", "translation_key"))
    shown = ResourcePage.objects.filter(locale_id=page.locale_id, translation_key__in=keys.values())
    found = {each.translation_key: each for each in shown.seen_in(visit)}
    numbers = [each.pk for each in found.values()]
    cards = dict(resource_cards(visit, numbers, page.locale_id, BESIDE))
    files = files_of_pages(numbers)
    items = []
    for row in rows:
        resource = found.pop(keys.get(row.resource_id), None)
        if resource is not None:
            mine = [file for file in files if file.page_id == resource.pk]
            items.append(Item(resource, row.sentence, cards[resource.pk], mine))
    return items
