"""Making resources; each takes what matters and guesses the rest."""

from django.core.files.base import ContentFile

from core.models import HubDocument
from library.models import (
    CollectionItem,
    CollectionPage,
    LibraryPage,
    ResourceFile,
    ResourceKind,
    ResourceLink,
    ResourcePage,
    Topic,
)
from tests import world

TEXT = "Sēdes protokols. Klāt ir deviņi iedzīvotāji."


def library(site) -> LibraryPage:
    """The library that the site begins with."""
    return LibraryPage.objects.child_of(site.home).get()


def kind(slug="celvedis") -> ResourceKind:
    """One of the kinds that the site begins with."""
    return ResourceKind.objects.get(slug=slug)


def document(name="protokols.txt", text=TEXT, **fields) -> HubDocument:
    """A document of plain text."""
    file = ContentFile(text.encode(), name)
    return HubDocument.objects.create(title=name.rpartition(".")[0], file=file, **fields)


def resource(
    parent,
    title="Darbnīcas ceļvedis",
    *,
    is_published=True,
    files=(),
    links=(),
    topics=(),
    **fields,
) -> ResourcePage:
    """A resource below the library; of documents, pairs of a title and an address, and names."""
    fields = {"kind": kind(), **fields}
    communities = fields.pop("communities", ())
    page = ResourcePage(title=title, **fields)
    page.communities = list(communities)
    rows = {"locale_id": parent.locale_id}
    page.files = [
        file if isinstance(file, ResourceFile) else ResourceFile(document=file, **rows)
        for file in files
    ]
    page.links = [ResourceLink(title=title, url=url, **rows) for title, url in links]
    page.topics.add(*topics)
    return world.add(parent, page, is_published)


def topic(name="Budžets", **fields) -> Topic:
    """A topic."""
    return Topic.objects.create(name=name, **fields)


def collection(parent, title="Apkaimes darbnīcas soma", items=(), **fields) -> CollectionPage:
    """A collection below the library; of pairs of a resource and a sentence."""
    page = CollectionPage(title=title, **fields)
    page.items = [
        CollectionItem(resource=resource, sentence=sentence, locale_id=parent.locale_id)
        for resource, sentence in items
    ]
    return world.add(parent, page, is_published=True)
