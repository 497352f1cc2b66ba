"""Where blocks lead to: addresses of the web, and of pages and documents of the site."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from django.core.validators import URLValidator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.models import Page
from wagtail.rich_text.rewriters import LinkRewriter

from core.translation.state import code_of

WEB_SCHEMES = ("http", "https")


def web_address(address: str | None) -> str:
    """The address if it is one of the web, or nothing: what a page may safely link to."""
    address = (address or "").strip()
    try:
        is_of_the_web = urlsplit(address).scheme in WEB_SCHEMES
    except ValueError:
        is_of_the_web = False
    return address if is_of_the_web else ""


class AddressBlock(blocks.URLBlock):
    """An address on the web, and no other kind of address."""

    def __init__(self, **kwargs):
        super().__init__(max_length=1000, **kwargs)
        self.field.validators = [
            URLValidator(schemes=WEB_SCHEMES) if isinstance(check, URLValidator) else check
            for check in self.field.validators
        ]
        self.field.error_messages["invalid"] = _(
            "This is not the address of a web page. Copy it from the browser's address bar: "
            "it begins with https:// or http://."
        )


# Migrations keep Wagtail's own block, which reads the same values and never moves.
DECONSTRUCT_ALIASES = {AddressBlock: "wagtail.blocks.URLBlock"}


class Places:
    """The addresses of pages and documents, for readers of the language that is active.

    Those that were named beforehand are asked of the database together.
    """

    def __init__(self, *, pages: Iterable[int] = (), documents: Iterable[int] = ()):
        self._pages = dict.fromkeys(pages)
        self._documents = dict.fromkeys(documents)

    def page(self, key: int) -> str:
        """Where the page can be read, in the reader's language if it is there; or nothing."""
        return _look_up(self._pages, key, _addresses_of_pages)

    def document(self, key: int) -> str:
        """Where the document can be fetched, or nothing."""
        return _look_up(self._documents, key, _addresses_of_documents)


def _look_up(known: dict[int, str | None], key: int, ask) -> str:
    if key and known.get(key) is None:
        unknown = {key, *(other for other, address in known.items() if address is None)}
        found = ask(unknown)
        known.update({other: found.get(other, "") for other in unknown})
    return known.get(key) or ""


def _addresses_of_pages(keys: set[int]) -> dict[int, str]:
    translations = Page.objects.filter(pk__in=keys).values("translation_key")
    live = Page.objects.live().filter(translation_key__in=translations)
    rows = list(live.values_list("pk", "translation_key", "locale_id", "url_path"))
    language = get_language()
    here = {key: path for _pk, key, locale, path in rows if code_of(locale) == language}
    return {pk: here.get(key, path) for pk, key, _locale, path in rows}


def _addresses_of_documents(keys: set[int]) -> dict[int, str]:
    documents = get_document_model().objects.filter(pk__in=keys).only("file")
    return {document.pk: document.url for document in documents}


def places_of(context) -> Places:
    """The places that the page leads to on which a block stands, shared by all its blocks."""
    body = getattr((context or {}).get("page"), "body", None)
    if not isinstance(body, blocks.StreamValue):
        return Places()
    if not hasattr(body, "places"):
        body.places = _places_in(body.raw_data)
    return body.places


def _places_in(body) -> Places:
    pages = [block["value"].get("page") for block in body if block["type"] == "call_to_action"]
    documents = []
    for text in _texts_with_links(list(body)):
        links = LinkRewriter().extract_tags(text)
        pages += [link_key(link.attrs) for link in links.get("page", [])]
        documents += [link_key(link.attrs) for link in links.get("document", [])]
    return Places(pages=filter(None, pages), documents=filter(None, documents))


def _texts_with_links(value) -> Iterator[str]:
    if isinstance(value, str) and "linktype" in value:
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts_with_links(part)


def link_key(attrs: dict[str, str]) -> int:
    """Which page or document a link in rich text is of; nought when that makes no sense."""
    key = attrs.get("id", "")
    return int(key) if key.isdecimal() and len(key) < 18 else 0
