"""The doors to what leaders suggest for the library."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from library.models import ResourcePage


def suggestions_of(person):
    """The Latvian pages that came of what the person suggested, the latest first."""
    pages = ResourcePage.objects.filter(owner=person, locale__language_code="lv")
    return pages.order_by("-latest_revision_created_at", "-pk")


def is_author(page: ResourcePage, person) -> bool:
    """Whether the person suggested the page."""
    return person.is_active and page.owner_id == person.pk


def returned_to(person, pk: int) -> ResourcePage:
    """The latest draft of what the person suggested and editors gave back; raises Http404.

    What lies with the editors, or is on the site, is theirs to change.
    """
    page = get_object_or_404(suggestions_of(person).filter(live=False), pk=pk)
    if page.workflow_in_progress:
        raise Http404
    return page.get_latest_revision_as_object()
