"""What of each type of page is searched; apps say it of their own types when Django starts."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from html import unescape

from django.apps import apps
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.search.index import SearchField

from core.search_query import Query
from core.translation.state import code_of

# Nobody looks for what stands further down on a page.
TEXT_LETTERS = 20_000
SAID_APART = ("title", "summary")
TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True)
class Kind:
    """A group of what is found, under its name in the plural; the weightier comes first."""

    key: str
    name: Promise | str
    weight: float = 0


@dataclass(frozen=True)
class Entry:
    """What of a page is found: its words, and keys of words that are too many to be kept."""

    title: str
    summary: str
    text: str
    kind: str
    day: date | None
    language: str
    more_keys: str


@dataclass(frozen=True)
class Hit:
    """Where words stand that are not on the page: parts of a text, marked or not, and a place."""

    parts: list[tuple[str, bool]]
    place: str


def _nothing(page) -> tuple:
    return ()


def _no_keys(page) -> str:
    return ""


def _no_hits(page_ids: list[int], query: Query) -> dict[int, Hit]:
    return {}


def _published(page) -> date | None:
    moment = page.first_published_at or page.last_published_at
    return localdate(moment) if moment else None


@dataclass(frozen=True)
class Source:
    """A type of page, and what is searched of one; each function but the last takes a page.

    `more_keys_of` are keys of what belongs to the page and is not on it, such as files, and
    `hits_of` says where in it the words of a query stand, by the number of the page.
    """

    kind: Kind
    words_of: Callable[..., Iterable[str]] = _nothing
    day_of: Callable[..., date | None] = _published
    more_keys_of: Callable[..., str] = _no_keys
    hits_of: Callable[[list[int], Query], dict[int, Hit]] = _no_hits


PAGE = Kind("page", _("Pages"))
_kinds: dict[str, Kind] = {PAGE.key: PAGE}
_sources: dict[type, Source] = {}
_PLAIN = Source(PAGE)


def register(label: str, source: Source):
    """Say what of pages of the type ("app.Model") is searched.

    Beside that they are found by title, summary and the type's own `search_fields`.
    """
    _kinds[source.kind.key] = source.kind
    _sources[apps.get_model(label)] = source


def kinds() -> list[Kind]:
    """The kinds of what is found, in the order in which apps named them."""
    return list(_kinds.values())


def entry_of(page) -> Entry:
    """What is found of a page."""
    source = _source_of(page)
    text = " ".join(filter(None, [*_field_texts(page), *source.words_of(page)]))
    return Entry(
        title=page.title,
        summary=page.summary,
        text=text,
        kind=source.kind.key,
        day=source.day_of(page),
        language=code_of(page.locale_id),
        more_keys=source.more_keys_of(page),
    )


def hits_of(page_ids: list[int], kind: str, query: Query) -> dict[int, Hit]:
    """Where the words stand that are not on the pages of a kind themselves."""
    found: dict[int, Hit] = {}
    for source in _sources.values():
        if source.kind.key == kind:
            found |= source.hits_of(page_ids, query)
    return found


def _source_of(page) -> Source:
    return next((_sources[model] for model in type(page).__mro__ if model in _sources), _PLAIN)


def _field_texts(page) -> list[str]:
    fields = [field for field in type(page).get_search_fields() if isinstance(field, SearchField)]
    values = [field.get_value(page) for field in fields if field.field_name not in SAID_APART]
    return [_plain(text) for value in values for text in _each(value)]


def _each(value) -> list[str]:
    if isinstance(value, list | tuple):
        return [text for part in value for text in _each(part)]
    return [str(value)] if value else []


def _plain(text: str) -> str:
    return " ".join(unescape(TAG.sub(" ", text)).split())
