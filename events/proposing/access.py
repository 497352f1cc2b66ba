"""The door to what residents propose."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from communities.access import leaders_of, roles_of
from communities.models import CommunityRole
from core.roles import is_editor
from events.models import Proposal
from members.access import editors


def may_decide_anything(person) -> bool:
    """Whether there are proposals about which the person decides."""
    return is_editor(person) or _leading(person).exists()


def deciders_of(proposal: Proposal) -> list:
    """Who decides about it: leaders of the community, else editors; never who proposed it."""
    leaders = leaders_of(proposal.community_key) if proposal.community_key else []
    for people in (leaders, editors()):
        if found := [each for each in people if each.pk != proposal.person_id]:
            return found
    return []


def proposals_for(person):
    """What waits for the person: editors see all of it, leaders that of their communities.

    Raises PermissionDenied for who is neither.
    """
    waiting = Proposal.objects.filter(state=Proposal.State.WAITING).order_by("sent_at", "pk")
    if is_editor(person):
        return waiting
    leading = _leading(person)
    if not leading.exists():
        raise PermissionDenied
    return waiting.filter(community_key__in=leading.values("community_key"))


def proposal_for(person, pk: int) -> Proposal:
    """One that waits for the person; raises PermissionDenied or Http404."""
    return get_object_or_404(proposals_for(person).select_related("person"), pk=pk)


def _leading(person):
    return roles_of(person).filter(kind=CommunityRole.Kind.LEADER).order_by()
