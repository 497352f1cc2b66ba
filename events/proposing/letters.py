"""The letter to whoever proposed an event that does not become one."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from events.actions.proposing import REFUSED
from notifications.kinds import Kind, register


def _may_receive(letter, now) -> bool:
    return bool(letter.person and letter.person.is_active)


def _about(letter, now) -> dict:
    return {}


def register_kinds():
    """Register the kind, once, when Django starts."""
    label, week = _("A proposed event was refused"), timedelta(days=7)
    template = "events/letters/proposal_refused.txt"
    register(Kind(REFUSED, template, _may_receive, _about, label, week))
