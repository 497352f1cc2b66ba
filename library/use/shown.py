"""What a resource's page says of its use, and where else it stands."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex

from communities.models.cards import community_cards
from core.access import pages_open_to
from core.shell import Link
from core.visit import shared_fact
from library.models import (
    CollectionItem,
    CollectionPage,
    HelpfulMark,
    ResourcePage,
    SavedResource,
    UseNote,
)
from library.use.downloads import downloads_of

NOTES_SHOWN = 30
PLACES_SHOWN = 10


@dataclass(frozen=True)
class Note:
    """A note as readers see it: the community, when, and the words."""

    pk: int
    community: str
    community_url: str
    written_at: datetime
    text: str
    is_hidden: bool = False
    hidden_reason: str = ""


def use_context(page: ResourcePage, visit, person) -> dict:
    """How often it was fetched, whom it helped and how, and where it is used."""
    key, locale_id = page.translation_key, page.locale_id
    files = [file.document_id for file in page.shared_files]
    return {
        "downloads": downloads_of(files) if files else 0,
        "helped": HelpfulMark.objects.filter(resource_key=key).count(),
        "notes": notes_of(visit, key, locale_id) if key in noted_keys(visit) else [],
        "collections": collections_holding(visit, locale_id).get(key, [])[:PLACES_SHOWN],
        "mentioned_on": pages_leading_to(visit, locale_id).get(page.pk, [])[:PLACES_SHOWN],
        "mine": wishes_of(person, key),
    }


def notes_of(visit, key, locale_id: int, *, with_hidden=False) -> list[Note]:
    """The latest notes about a resource, those that were hidden only where asked for."""
    rows = UseNote.objects.filter(resource_key=key)
    if not with_hidden:
        rows = rows.filter(hidden_at=None)
    cards = {card.key: card for card in community_cards(visit, locale_id)}
    return [
        Note(
            row.pk,
            cards[row.community_key].title if row.community_key in cards else "",
            cards[row.community_key].url_path if row.community_key in cards else "",
            row.written_at,
            row.text,
            row.hidden_at is not None,
            row.hidden_reason,
        )
        for row in rows.order_by("-written_at", "-pk")[:NOTES_SHOWN]
    ]


def wishes_of(person, key) -> dict[str, bool]:
    """Whether the resource helped the person, and whether they keep it; empty for nobody."""
    if not (person.is_authenticated and person.pk):
        return {}
    mine = {"person": person, "resource_key": key}
    return {
        "has_helped": HelpfulMark.objects.filter(**mine).exists(),
        "is_saved": SavedResource.objects.filter(**mine).exists(),
    }


@shared_fact
def noted_keys(visit) -> frozenset[UUID]:
    """The keys of the resources about which readers see notes."""
    shown = UseNote.objects.filter(hidden_at=None).order_by()
    return frozenset(shown.values_list("resource_key", flat=True).distinct())


@shared_fact
def collections_holding(visit, locale_id: int) -> dict[UUID, list[Link]]:
    """The collections that the visitor may read, by the keys of the resources in them."""
    pages = CollectionPage.objects.filter(locale_id=locale_id).seen_in(visit)
    places = {page.pk: Link(page.title, page.url_path) for page in pages.order_by("sort_key", "pk")}
    rows = CollectionItem.objects.filter(page__in=places).order_by(
        "page__sort_key", "page_id", "pk"
    )
    found: dict[UUID, list[Link]] = {}
    for key, page_id in rows.values_list("resource__translation_key", "page_id"):
        holding = found.setdefault(key, [])
        if places[page_id] not in holding:
            holding.append(places[page_id])
    return found


@shared_fact
def pages_leading_to(visit, locale_id: int) -> dict[int, list[Link]]:
    """The pages beside the library that the visitor may read, by the resources they lead to."""
    types = ContentType.objects.get_for_models(Page, ResourcePage, CollectionPage)
    resources = ResourcePage.objects.filter(locale_id=locale_id)
    numbers = resources.annotate(number=Cast("pk", CharField())).order_by().values("number")
    naming = ReferenceIndex.objects.filter(
        base_content_type=types[Page], to_content_type=types[Page], to_object_id__in=numbers
    ).exclude(content_type__in=[types[ResourcePage], types[CollectionPage]])
    pairs = {
        (int(resource), int(page))
        for resource, page in naming.order_by().values_list("to_object_id", "object_id")
    }
    open_pages = pages_open_to(visit.circles, visit.now).filter(locale_id=locale_id)
    shown = open_pages.filter(pk__in={page for _resource, page in pairs}) if pairs else []
    places = {page.pk: Link(page.title, page.url_path) for page in shown}
    found: dict[int, list[Link]] = {}
    for resource, page in sorted(pairs):
        if page in places:
            found.setdefault(resource, []).append(places[page])
    return found
