"""The door to what is kept beside the pages."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from communities.models import BoundarySet

CHANGE_BOUNDARIES = "communities.change_boundaryset"


def may_change_boundaries(user) -> bool:
    """Whether the person may change the boundaries that the map shows."""
    return user.has_perm(CHANGE_BOUNDARIES)


def boundary_sets_for(user):
    """All sets of boundaries, the newest first; raises PermissionDenied for who may not see any."""
    if not may_change_boundaries(user):
        raise PermissionDenied
    return BoundarySet.objects.select_related("added_by").order_by("-added_at", "-pk")


def boundary_set_for(user, pk: int) -> BoundarySet:
    """One set of boundaries; raises PermissionDenied, or Http404 for one that is not there."""
    return get_object_or_404(boundary_sets_for(user), pk=pk)
