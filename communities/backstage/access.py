"""The door to what the backstage shows of a community."""

from django.shortcuts import get_object_or_404

from communities.backstage.own import Own
from communities.models import CommunityPage
from core.roles import is_editor


def communities_for(user):
    """The communities that the person looks after, in Latvian; all of them for an editor."""
    if is_editor(user):
        pages = CommunityPage.objects.filter(locale__language_code="lv")
        return pages.order_by("sort_key", "pk")
    return Own(user).communities()


def community_for(user, slug: str) -> CommunityPage:
    """The community of this name that the person looks after; else Http404."""
    return get_object_or_404(communities_for(user), slug=slug)
