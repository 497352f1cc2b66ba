"""The shelf of a language as a reader may see it, and what its marks are called."""

from pathlib import PurePosixPath

from communities.models.cards import community_cards
from core.audience import Audience
from core.latvian import sort_key
from core.visit import shared_fact
from library.models import (
    By,
    FacetValue,
    Language,
    NamedDocument,
    OfferedFacet,
    ResourceFile,
    ResourceKind,
    ResourcePage,
    ResourceTopic,
    Topic,
    TopicAlias,
)
from library.shelf import Shelf, shelve

# By what readers choose where editors have not said.
USUAL = (By.KIND, By.TOPIC, By.COMMUNITY, By.LEVEL, By.LANGUAGE, By.FORMAT, By.YEAR, By.AUDIENCE)
COLUMNS = ("pk", "sort_key", "kind__slug", "level", "language", "year", "audience")
OWN = "own-"


@shared_fact
def shelf_of(visit, locale_id: int) -> Shelf:
    """All resources of a language that the visitor may see, and whatever they are marked with."""
    pages = ResourcePage.objects.filter(locale_id=locale_id).seen_in(visit)
    rows = list(pages.order_by("-first_published_at", "-pk").values_list(*COLUMNS))
    files = list(_files(locale_id))
    marks = [*_own_marks(rows), *_file_marks(files), *_marks(visit, locale_id)]
    # Those in the text of a page are found by their words just like its files.
    named = NamedDocument.objects.filter(page__locale_id=locale_id, is_live=True).order_by()
    documents = named.values_list("page_id", "document_id")
    return shelve([row[:2] for row in rows], marks, documents)


def _own_marks(rows):
    for number, _title, kind, level, language, year, audience in rows:
        yield number, By.LANGUAGE, language
        yield number, By.AUDIENCE, audience.replace("_", "-")
        for by, value in ((By.KIND, kind), (By.LEVEL, level), (By.YEAR, year)):
            if value:
                yield number, by, str(value)


def _files(locale_id: int):
    rows = ResourceFile.objects.filter(page__locale_id=locale_id).order_by()
    return rows.values_list("page_id", "document__file", "language")


def _file_marks(files):
    for page, name, language in files:
        yield page, By.LANGUAGE, language
        if extension := PurePosixPath(name).suffix[1:].lower():
            yield page, By.FORMAT, extension


def _marks(visit, locale_id: int):
    """Topics, communities, and the values of the editors' own ways."""
    of_language = {"content_object__locale_id": locale_id}
    topics = ResourceTopic.objects.filter(**of_language).order_by()
    for page, slug in topics.values_list("content_object_id", "tag__slug"):
        yield page, By.TOPIC, slug
    cards = {card.key: card.slug for card in community_cards(visit, locale_id)}
    rows = ResourcePage.communities.through.objects.filter(resourcepage__locale_id=locale_id)
    for page, key in rows.values_list("resourcepage_id", "communitypage__translation_key"):
        if key in cards:
            yield page, By.COMMUNITY, cards[key]
    values = ResourcePage.marks.through.objects.filter(resourcepage__locale_id=locale_id)
    columns = ("resourcepage_id", "facetvalue__facet__slug", "facetvalue__slug")
    for page, facet, slug in values.values_list(*columns):
        yield page, f"{OWN}{facet}", slug


@shared_fact
def offered(visit, page_id: int) -> tuple[tuple[str, str], ...]:
    """By what the library's page lets readers choose: pairs of a way and its heading, in order."""
    rows = OfferedFacet.objects.filter(page_id=page_id).select_related("own")
    ways = [_way(row) for row in rows.order_by("sort_order", "pk")]
    if not ways:
        ways = [(by.value, str(by.label)) for by in USUAL]
    return tuple({by: (by, heading) for by, heading in ways if by}.values())


def _way(row: OfferedFacet) -> tuple[str, str]:
    if row.by != By.OWN:
        return row.by, row.heading or str(By(row.by).label)
    return (f"{OWN}{row.own.slug}", row.heading or row.own.name) if row.own else ("", "")


@shared_fact
def names_of(visit, locale_id: int) -> dict[str, dict[str, str]]:
    """What the values of each way are called, in their order; a year or a format names itself."""
    names = {
        By.KIND: {kind.slug: kind.name for kind in ResourceKind.objects.all()},
        By.TOPIC: _topic_names(),
        By.COMMUNITY: {card.slug: card.label for card in community_cards(visit, locale_id)},
        By.LEVEL: {value: str(label) for value, label in ResourcePage.Level.choices if value},
        By.LANGUAGE: {value: str(label) for value, label in Language.choices},
        By.AUDIENCE: {value.replace("_", "-"): str(label) for value, label in Audience.choices},
    }
    for value in FacetValue.objects.select_related("facet"):
        names.setdefault(f"{OWN}{value.facet.slug}", {})[value.slug] = value.name
    return names


@shared_fact
def topics_meant(visit) -> dict[str, str]:
    """The topics by short names that they had before they were merged."""
    return dict(TopicAlias.objects.exclude(slug="").values_list("slug", "topic__slug"))


def _topic_names() -> dict[str, str]:
    topics = ((topic.slug, topic.label) for topic in Topic.objects.all())
    return dict(sorted(topics, key=lambda pair: sort_key(pair[1])))
