"""What happens to an event that a resident proposes."""

from datetime import datetime, timedelta
from html import escape
from uuid import UUID

from django.db import transaction
from wagtail.models import Page

from communities.models import CommunityPage
from events.models import CalendarPage, EventPage, Proposal
from events.proposing.access import deciders_of
from notifications.actions import notify, queue, take_back

PROPOSED, REFUSED = "events.proposal", "events.proposal-refused"
WAITING = "event-proposals"
KEPT_FOR = timedelta(days=90)
SUMMARY_LETTERS = 250


class AlreadyDecided(Exception):
    """Somebody else took the proposal up or refused it before."""


@transaction.atomic
def propose(*, person, community_key: UUID | None, words: dict, now: datetime) -> Proposal:
    """Keep what was proposed, and tell those who decide; `words` are all that was typed."""
    made = Proposal.objects.create(person=person, community_key=community_key, sent_at=now, **words)
    notify(
        kind=PROPOSED,
        people=[each.pk for each in deciders_of(made)],
        about=_about(made),
        now=now,
        place=("proposals:list",),
        context={"proposal": made.pk},
        group=WAITING,
    )
    return made


@transaction.atomic
def take_up(*, proposal: Proposal, by, now: datetime) -> EventPage:
    """Make a draft of an event out of it; raises AlreadyDecided."""
    _decide(proposal, Proposal.State.TAKEN_UP, now)
    page = EventPage(
        title=proposal.title,
        summary=proposal.text[:SUMMARY_LETTERS],
        place_name=proposal.where[:150],
        organiser_name=proposal.who[:150],
        body=[("text", _body(proposal))],
        live=False,
        owner=by,
    )
    Page.objects.get(pk=_parent(proposal).pk).add_child(instance=page)
    page.save_revision(user=by, clean=False)
    return page


@transaction.atomic
def refuse_proposal(*, proposal: Proposal, reason: str, now: datetime):
    """Refuse it, and tell the proposer why; raises AlreadyDecided."""
    _decide(proposal, Proposal.State.REFUSED, now)
    if proposal.person:
        context = {"title": proposal.title, "reason": reason}
        queue(
            kind=REFUSED, about=_about(proposal), now=now, person=proposal.person, context=context
        )


def forget_proposals(now: datetime):
    """Forget what was proposed so long ago, whatever became of it."""
    Proposal.objects.filter(sent_at__lte=now - KEPT_FOR).delete()


def forget_proposer(*, person):
    """Forget what the person proposed."""
    Proposal.objects.filter(person=person).delete()


def _decide(proposal, state: str, now: datetime):
    waiting = Proposal.objects.filter(pk=proposal.pk, state=Proposal.State.WAITING)
    if not waiting.update(state=state, decided_at=now):
        raise AlreadyDecided
    take_back(kind=PROPOSED, about=_about(proposal))


def _about(proposal) -> str:
    return f"proposal:{proposal.pk}"


def _parent(proposal):
    communities = CommunityPage.objects.filter(locale__language_code="lv")
    found = communities.filter(translation_key=proposal.community_key).first()
    return found or CalendarPage.objects.get(locale__language_code="lv")


def _body(proposal) -> str:
    said = [proposal.when, *proposal.text.splitlines()]
    return "".join(f"<p>{escape(line)}</p>" for line in said if line.strip())
