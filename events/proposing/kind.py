"""Proposing an event with an e-mail address alone, as a pending action of `members`."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.actions import propose
from events.proposing.forms import WORDS
from members.pending import PendingKind, register

NAME = "events.propose"


def run_propose(*, person, payload, now) -> str:
    """Keep the proposal; on to the form, which says what was done."""
    community = UUID(payload["community"]) if payload["community"] else None
    words = {name: payload[name] for name in WORDS}
    propose(person=person, community_key=community, words=words, now=now)
    return reverse("events:propose")


def _describe(payload) -> str:
    # The title is the writer's own, and a letter to whoever they name must not carry it.
    return _("Your event will be proposed for the calendar.")


def _written(payload) -> str:
    return "\n".join(payload[name] for name in WORDS if payload[name])


def register_kind():
    """Register it, once, when Django starts."""
    register(
        PendingKind(
            NAME,
            run=run_propose,
            describe=_describe,
            written=_written,
            button=gettext_lazy("Send the proposal"),
            done=gettext_lazy("Thank you! The organisers of the calendar will look at it."),
        )
    )
