"""The doors to what people do with resources."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language

from communities.access import roles_of
from communities.models import CommunityRole
from core.roles import is_editor
from library.models import ResourcePage, UseNote


def resource_for(visit, key: UUID) -> ResourcePage:
    """The resource in the language of the address, or else in another; raises Http404.

    One that the visitor may not read is not there.
    """
    pages = ResourcePage.objects.filter(translation_key=key).seen_in(visit).select_related("locale")
    found = list(pages.order_by("pk"))
    if not found:
        raise Http404
    code = get_language()
    return next((page for page in found if page.locale.language_code == code), found[0])


def led_by(person) -> list[UUID]:
    """The keys of the communities that the person leads."""
    leading = roles_of(person).filter(kind=CommunityRole.Kind.LEADER)
    return list(leading.values_list("community_key", flat=True))


def is_leader(person) -> bool:
    """Whether the person leads any community, or is an editor."""
    return bool(led_by(person)) or is_editor(person)


def check_leader(person):
    """Let leaders and editors through; raises PermissionDenied."""
    if not is_leader(person):
        raise PermissionDenied


def note_to_judge(person, pk: int) -> UseNote:
    """A note that an editor shows or hides; raises PermissionDenied or Http404."""
    if not is_editor(person):
        raise PermissionDenied
    return get_object_or_404(UseNote.objects.select_related("person"), pk=pk)
