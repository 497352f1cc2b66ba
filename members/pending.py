"""Taking part without a password: what is written waits until its address is confirmed.

An app registers what it lets people do in `AppConfig.ready()`:

    pending.register(PendingKind("forum.post", run=run_post, describe=describe_post))

and its view hands over what was written, in the language of the page, with a form that stands on
`members.forms.TakingPartForm`:

    if form.is_valid():
        answer = take_part(request, form, kind="forum.post", payload=form.payload, now=now)
        if answer:
            return answer

`take_part` (`members.taking_part`) sends the visitor to the page that asks for the code; what was
written by somebody signed in is done at once.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """The thing cannot be done now; the message says why, to the person, in their language."""

    def __init__(self, message: str):
        super().__init__(message)
        self.message = message


class UnknownKind(LookupError):
    """No app has registered a kind of pending actions by this name."""


def nothing(payload: dict) -> str:
    """For kinds in which nothing was written."""
    return ""


@dataclass(frozen=True)
class PendingKind:
    """What people can do with an e-mail address alone.

    `run(*, person, payload, now)` does it inside a transaction and returns the address to go on
    to, or raises Refused. `describe(payload)` says in a sentence what will happen, `written`
    gives back the text that was typed; both in the language that is active.
    """

    name: str
    run: Callable[..., str]
    describe: Callable[[dict], str]
    written: Callable[[dict], str] = nothing
    button: str | Promise = _("Confirm")
    done: str | Promise = _("Thank you! It is done.")


_registry: dict[str, PendingKind] = {}


def register(kind: PendingKind):
    """Register a kind under its name."""
    _registry[kind.name] = kind


def kind_of(name: str) -> PendingKind:
    """The kind of this name; raises UnknownKind."""
    try:
        return _registry[name]
    except KeyError:
        raise UnknownKind(name) from None
