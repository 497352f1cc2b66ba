"""The demo's library: resources with their files, which are made of their own texts."""

from datetime import datetime, timedelta
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from django.utils import timezone

from core.models import HubDocument
from demo.papers import docx, odt, parts_of, pdf, xlsx
from demo.slides import pptx
from demo.texts import Texts, read
from library.models import (
    ResourceFile,
    ResourceKind,
    ResourceLink,
    ResourcePage,
    Topic,
)

WRITERS = {"docx": docx, "odt": odt, "pdf": pdf, "pptx": pptx}
PLAIN = ("author", "year", "licence", "level", "audience")


def add_resources(builder, now: datetime):
    """Put the resources into the library; those there already stay."""
    library = builder.library
    data = read("library")
    topics = {name: _topic(name, name_en) for name, name_en in data["topics"].items()}
    kinds = {kind.slug: kind for kind in ResourceKind.objects.all()}
    there = set(library.get_children().values_list("slug", flat=True))
    for told in data["resources"]:
        if told["slug"]["lv"] not in there:
            add_resource(builder, library, told, kinds, topics, now)


def _topic(name: str, name_en: str) -> Topic:
    topic, _created = Topic.objects.get_or_create(name=name, defaults={"name_en": name_en})
    return topic


def add_resource(builder, library, told: dict, kinds, topics, now: datetime):
    """One resource in both languages, published."""
    texts = Texts()
    page = ResourcePage(
        title=texts.take(told["title"]),
        slug=texts.take(told["slug"]),
        summary=texts.take(told["summary"]),
        body=texts.body(told["body"]),
        kind=kinds[told["kind"]],
        **{name: told[name] for name in PLAIN if name in told},
    )
    if "review" in told:
        page.review_date = timezone.localdate(now) + timedelta(days=told["review"])
    page.topics.add(*(topics[name] for name in told["topics"]))
    page.communities = [
        builder.child(builder.index, slug).specific for slug in told.get("communities", ())
    ]
    locale = builder.home.locale
    page.files = [
        ResourceFile(document=document_of(told, kind, language), language=language, locale=locale)
        for kind, language in told.get("files", ())
    ]
    page.links = [
        ResourceLink(title=texts.take(link["title"]), url=link["url"], locale=locale)
        for link in told.get("links", ())
    ]
    builder.add_page(library, page, texts)


def document_of(told: dict, kind: str, language: str) -> HubDocument:
    """The text of a resource as a file of this kind."""
    title = told["title"][language]
    name = str(PurePosixPath(told["slug"][language]).with_suffix(f".{kind}"))
    file = ContentFile(content_of(told, kind, language), name)
    return HubDocument.objects.create(title=title, file=file)


def content_of(told: dict, kind: str, language: str) -> bytes:
    """What the file holds: the text of the page, or the rows of its sheet."""
    title = told["title"][language]
    if kind == "xlsx":
        return xlsx(title, told["sheet"][language])
    return WRITERS[kind](parts_of(title, [told["summary"][language], *told["body"][language]]))
