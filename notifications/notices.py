"""The kinds of notices: an app registers its own in `AppConfig.ready()`.

A notice keeps no words. When a list or a letter is made, `tell(person, notices, now)` is asked for
all notices that share it at once, in the reader's language, and answers a `Line` for each notice
that the person may still hear of: what was hidden, deleted or closed to them since has none. So
nothing is told that could not be read on the site at that moment.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from notifications.kinds import UnknownKind
from notifications.models import Notice


@dataclass(frozen=True)
class Line:
    """A notice in words; `group` is what its group is called, `excerpt` the first words of it."""

    text: str
    group: str = ""
    excerpt: str = ""


def everybody(person) -> bool:
    """For categories that concern whoever there is."""
    return True


@dataclass(frozen=True)
class Category:
    """Notices for which a person has one wish; those that are necessary always come at once.

    A wish is asked of those only whom the category `concerns(person)`.
    """

    name: str
    label: str | Promise
    is_necessary: bool = False
    concerns: Callable[..., bool] = everybody


def plain_summary(count: int, group: str) -> str:
    """For kinds of which there are never several in one group."""
    return f"{group}: {count}" if group else str(count)


@dataclass(frozen=True)
class NoticeKind:
    """A kind of notices.

    `summary(count, group)` says several of a group in one sentence. A kind that `has_own_letter`
    is gathered into none: whoever tells of it queues the letter as well.
    """

    name: str
    category: Category
    tell: Callable[..., dict[int, Line]]
    summary: Callable[[int, str], str] = plain_summary
    has_own_letter: bool = False


_registry: dict[str, NoticeKind] = {}


def register(kind: NoticeKind):
    """Register a kind under its name; the first come first in letters."""
    _registry[kind.name] = kind


def kind_of(name: str) -> NoticeKind:
    """The kind of this name; raises UnknownKind."""
    try:
        return _registry[name]
    except KeyError:
        raise UnknownKind(name) from None


def registered() -> list[NoticeKind]:
    """All kinds, in the order in which they were registered."""
    return list(_registry.values())


def categories() -> list[Category]:
    """All categories, each once."""
    return list(dict.fromkeys(kind.category for kind in _registry.values()))


def lines_of(person, notices: Iterable[Notice], now: datetime) -> dict[int, Line]:
    """The words of each notice, by its number, that the person may hear of at this moment."""
    together: dict[Callable, list[Notice]] = defaultdict(list)
    for notice in notices:
        if notice.kind in _registry:
            together[_registry[notice.kind].tell].append(notice)
    lines: dict[int, Line] = {}
    for tell, mine in together.items():
        lines |= tell(person, mine, now)
    return lines
