"""What is told of proposed events: to those who decide, and to whoever proposed what is refused."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events.actions.proposing import PROPOSED, REFUSED
from events.proposing.access import may_decide_anything, proposals_for
from notifications import notices
from notifications.kinds import Kind, register
from notifications.notices import Category, Line, NoticeKind

PROPOSALS = Category(
    "proposed-events",
    gettext_lazy("Proposed events: what waits"),
    concerns=may_decide_anything,
)


def proposals_in_words(person, told, now) -> dict[int, Line]:
    """What waits, for whoever decides about it, as long as it waits."""
    pks = {notice.context["proposal"] for notice in told}
    try:
        waiting = {each.pk: each for each in proposals_for(person).filter(pk__in=pks)}
    except PermissionDenied:
        return {}
    found = {notice.pk: waiting.get(notice.context["proposal"]) for notice in told}
    words = _("Proposed for the calendar: “%(title)s”")
    return {
        pk: Line(words % {"title": each.title}, _("Proposed events"), each.when)
        for pk, each in found.items()
        if each
    }


def proposals_together(count: int, group: str) -> str:
    """Several of them in one sentence."""
    words = ngettext(
        "%(count)d event proposed for the calendar waits for you",
        "%(count)d events proposed for the calendar wait for you",
        count,
    )
    return words % {"count": count}


def _may_receive(letter, now) -> bool:
    return bool(letter.person and letter.person.is_active)


def _about(letter, now) -> dict:
    return {}


def register_kinds():
    """Register the kinds, once, when Django starts."""
    notices.register(NoticeKind(PROPOSED, PROPOSALS, proposals_in_words, proposals_together))
    label, week = gettext_lazy("A proposed event was refused"), timedelta(days=7)
    template = "events/letters/proposal_refused.txt"
    register(Kind(REFUSED, template, _may_receive, _about, label, week))
