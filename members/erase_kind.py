"""Deleting one's account is confirmed as everything else is: by a letter to its address."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from members import actions, periods
from members.pending import PendingKind, Refused


def run(*, person, payload: dict, now: datetime) -> str:
    """Begin the time after which the account is deleted; Refused for another person's wish."""
    if str(person.key) != payload["person"]:
        raise Refused(_("The address of the account has changed. Please begin again."))
    actions.ask_erasure(person=person, now=now)
    return ""


def describe(payload: dict) -> str:
    """What will happen."""
    days = periods.grace().days
    return ngettext(
        "Your account will be deleted after %(days)s day. Until then you can change your mind.",
        "Your account will be deleted after %(days)s days. Until then you can change your mind.",
        days,
    ) % {"days": days}


ERASE = PendingKind(
    "members.erase",
    run=run,
    describe=describe,
    button=gettext_lazy("Delete my account"),
    done=gettext_lazy(
        "Your account will be deleted. We have sent you a letter with a link that keeps it, if "
        "you change your mind."
    ),
)
