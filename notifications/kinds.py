"""The kinds of letters: an app registers its own in `AppConfig.ready()`.

A kind has one text template, rendered at sending time in the reader's language. The first line is
the subject; after an empty line come the paragraphs, kept apart by empty lines. A paragraph whose
lines begin with "- " is a list, one whose lines begin with "> " is a quotation. Nothing is HTML:
the HTML part is made of the same text by `templates/notifications/letter.html`.

    {% load i18n letters %}{% blocktranslate %}{{ community }} asks for you{% endblocktranslate %}

    {% translate "Good day!" %}

    {% blocktranslate %}You were asked to look after the page of {{ community }}.{% end… %}

    {{ comment_text|quoted }}

    {% translate "Open the invitation" as label %}{% button label action_url %}

`{% button label address %}` stands once, in a paragraph of its own; the address is a path or
begins with SITE_URL, no other is taken. `{% address "name" … %}` is `{% url %}` with the site in
front of it, in the reader's language; in Python `notifications.links.address(name, …, language=…)`.

The context is what was given to `queue()`, its texts on one line each; only a value whose name
ends in `_text` keeps its lines. Beside it every template has `name` (the person's, empty for a
bare address or who gave none), `site` (SiteSettings) and `site_url`. `context["belt"]` is the word
of a belt (`core.belt.word_of`) that heads the letter; without one the letter wears the site's own.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.functional import Promise


class UnknownKind(LookupError):
    """No app has registered a kind of letters by this name."""


def anybody(letter, now: datetime) -> bool:
    """The door of letters that whoever was meant may always read."""
    return True


def nothing_more(letter, now: datetime) -> dict | None:
    """For letters that say what they were queued with."""
    return {}


@dataclass(frozen=True)
class Kind:
    """A kind of letters.

    `may_receive(letter, now)` is asked right before sending; who is refused gets nothing.
    `context(letter, now)` adds, in the reader's language, what is only known then; None when there
    is nothing left to say, and then nothing is sent.
    `label` names the kind to editors. A letter is of no use after `good_for` and then dropped.
    One that `can_be_stopped` says how (RFC 8058); `queue()` is then given its person, and in its
    context the `group` and `category` that it belongs to.
    What `is_secret` holds is forgotten as soon as it is sent, and it cannot be sent again by hand;
    what `is_urgent` leaves before all others, because somebody sits and waits.
    """

    name: str
    template: str
    may_receive: Callable[[Any, datetime], bool] = anybody
    context: Callable[[Any, datetime], dict | None] = nothing_more
    label: str | Promise = ""
    good_for: timedelta | None = None
    is_secret: bool = False
    is_urgent: bool = False
    can_be_stopped: bool = False


_registry: dict[str, Kind] = {}


def register(kind: Kind):
    """Register a kind under its name."""
    _registry[kind.name] = kind


def kind_of(name: str) -> Kind:
    """The kind of this name; raises UnknownKind."""
    try:
        return _registry[name]
    except KeyError:
        raise UnknownKind(name) from None


def registered() -> list[Kind]:
    """All kinds, in the order in which they were registered."""
    return list(_registry.values())


def words_for(name: str) -> str:
    """What editors call the kind; its name where nobody has said, or it is gone."""
    kind = _registry.get(name)
    return str(kind.label or name) if kind else name
