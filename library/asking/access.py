"""The door to what leaders ask for."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from core.roles import is_editor
from library.models import ResourceRequest


def requests_for(person):
    """All that waits for an answer, the oldest first; raises PermissionDenied but for editors."""
    if not is_editor(person):
        raise PermissionDenied
    waiting = ResourceRequest.objects.filter(state=ResourceRequest.State.WAITING)
    return waiting.order_by("asked_at", "pk")


def request_for(person, pk: int) -> ResourceRequest:
    """One that waits; raises PermissionDenied or Http404."""
    return get_object_or_404(requests_for(person).select_related("person"), pk=pk)
