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

# Nobody looks for what stands further down; a file that is longer is several parts.
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
    """What is found by itself: of a page as a whole, or of the part that is named.

    A part that has an address of its own says it, and where in the page or file it is (`place`).
    """

    title: str
    summary: str = ""
    text: str = ""
    kind: str = "page"
    part: str = ""
    day: date | None = None
    address: str = ""
    place: str = ""


@dataclass(frozen=True)
class Source:
    """A type of page, and what is searched of one."""

    label: str
    kind: Kind
    words_of: Callable
    day_of: Callable
    parts_of: Callable


def _no_more(page) -> tuple:
    return ()


def _published(page) -> date | None:
    moment = page.first_published_at or page.last_published_at
    return localdate(moment) if moment else None


PAGE = Kind("page", _("Pages"))
_kinds: dict[str, Kind] = {PAGE.key: PAGE}
_sources: dict[type, Source] = {}


def register(
    label: str,
    kind: Kind = PAGE,
    *,
    words_of: Callable[..., Iterable[str]] = _no_more,
    day_of: Callable[..., date | None] = _published,
    parts_of: Callable[..., Iterable[Entry]] = _no_more,
):
    """Say what kind of thing pages of the type ("app.Model") are among those found.

    Beside title, summary and the type's own `search_fields` they are found by the words of
    `words_of(page)`; `parts_of(page)` are found beside the page.
    """
    _kinds[kind.key] = kind
    _sources[apps.get_model(label)] = Source(label, kind, words_of, day_of, parts_of)


def kinds() -> list[Kind]:
    """The kinds of what is found, in the order in which apps named them."""
    return list(_kinds.values())


def entries_of(page) -> list[Entry]:
    """What is found of a page."""
    source = _source_of(page)
    text = " ".join([*_field_texts(page), *source.words_of(page)])
    whole = Entry(page.title, page.summary, text, kind=source.kind.key, day=source.day_of(page))
    return [whole, *source.parts_of(page)]


def _source_of(page) -> Source:
    found = next((_sources[model] for model in type(page).__mro__ if model in _sources), None)
    return found or Source(type(page)._meta.label, PAGE, _no_more, _published, _no_more)


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
