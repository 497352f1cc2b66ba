"""The door to what is kept beside the pages."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from wagtail.models import Page, TaskState

from communities.models import (
    BoundarySet,
    CommunityPage,
    CommunityRole,
    Invitation,
    PreviewLink,
)
from core.roles import is_editor
from core.translation.state import is_source
from members.models import User
from members.secret_words import digest_of

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


def roles_of(person):
    """The roles of a person in communities, as a queryset; none for nobody."""
    # Whom an editor sees a page as is stored nowhere, and so has no rows.
    if not (person.is_authenticated and person.is_active and person.pk):
        return CommunityRole.objects.none()
    return CommunityRole.objects.filter(person=person).order_by("community_key", "pk")


def is_leader_of(person, community_key) -> bool:
    """Whether the person leads this community."""
    if community_key in getattr(person, "leads", ()):
        return True
    leading = roles_of(person).filter(kind=CommunityRole.Kind.LEADER)
    return leading.filter(community_key=community_key).exists()


def is_helper_of(person, community_key) -> bool:
    """Whether the person helps this community."""
    helping = roles_of(person).filter(kind=CommunityRole.Kind.HELPER)
    return helping.filter(community_key=community_key).exists()


def leaders_of(community_key) -> list[User]:
    """Who leads the community and can act, the longest first."""
    roles = CommunityRole.objects.filter(
        community_key=community_key, kind=CommunityRole.Kind.LEADER, person__is_active=True
    )
    return [role.person for role in roles.select_related("person").order_by("added_at", "pk")]


def administrators():
    """Those who may give every right, as a queryset."""
    return User.objects.filter(is_active=True, is_superuser=True).order_by("pk")


def is_administrator(person) -> bool:
    """Whether the person may give every right."""
    return person.is_active and person.is_superuser


def may_manage(person, kind: str) -> bool:
    """Whether the person may give and take roles of this kind."""
    if kind in (CommunityRole.Kind.LEADER, CommunityRole.Kind.HELPER):
        return is_editor(person)
    return is_administrator(person)


def may_invite(person, invitation: Invitation) -> bool:
    """Whether the person may still offer what the invitation offers.

    A leader may offer nothing but the own place.
    """
    if person is None or not person.is_active:
        return False
    before = invitation.successor_of
    if before is not None and before.person_id == person.pk:
        return before.kind == CommunityRole.Kind.LEADER
    return may_manage(person, invitation.kind)


def check_editor(person):
    """Let editors and administrators through; raises PermissionDenied."""
    if not is_editor(person):
        raise PermissionDenied


def check_may_manage(person, kind: str):
    """Let those through who may give roles of this kind; raises PermissionDenied."""
    if not may_manage(person, kind):
        raise PermissionDenied


def community_for(person, key) -> CommunityPage:
    """The Latvian page of a community, for its leaders and for editors; or raises."""
    if not is_editor(person) and not is_leader_of(person, key):
        raise PermissionDenied
    return community_of(key)


def community_of(key) -> CommunityPage:
    """The Latvian page of a community; raises Http404."""
    return get_object_or_404(CommunityPage, translation_key=key, locale__language_code="lv")


def role_to_hand_over(person, pk: int) -> CommunityRole:
    """A leader's role that the person may hand over: their own, or any for editors; or raises."""
    role = role_for(person, pk)
    if role.kind != CommunityRole.Kind.LEADER:
        raise PermissionDenied
    return role


def role_for(person, pk: int) -> CommunityRole:
    """A role that the person may take away: their own, or any for editors; or raises."""
    role = get_object_or_404(CommunityRole.objects.select_related("person"), pk=pk)
    if role.person_id != person.pk:
        check_may_manage(person, role.kind)
    return role


def invitation_for(person, pk: int) -> Invitation:
    """An invitation that the person may take back; or raises."""
    invitation = get_object_or_404(Invitation.objects.select_related("successor_of"), pk=pk)
    if invitation.invited_by_id != person.pk:
        check_may_manage(person, invitation.kind)
    return invitation


def community_above(page) -> CommunityPage | None:
    """The community that the page belongs to or is, in the page's language."""
    return CommunityPage.objects.ancestor_of(page, inclusive=True).first()


def page_to_withdraw(person, pk: int) -> Page:
    """A live Latvian page below a community, for its leaders and for editors; or raises."""
    page = get_object_or_404(Page, pk=pk).specific
    if not _may_withdraw(person, page):
        raise PermissionDenied
    if not page.live:
        raise Http404
    return page


def is_withdrawable(person, page) -> bool:
    """Whether the page is live and the person may take it off the site."""
    return page.live and _may_withdraw(person, page)


def _may_withdraw(person, page) -> bool:
    community = community_above(page)
    if community is None or community.pk == page.pk or not is_source(page):
        return False
    return is_editor(person) or is_leader_of(person, community.translation_key)


def task_for(person, pk: int) -> TaskState:
    """A page's turn to be decided about, for those who decide; or raises."""
    state = get_object_or_404(TaskState.objects.select_related("workflow_state", "revision"), pk=pk)
    page = state.workflow_state.content_object
    if page is None:
        raise Http404
    if not is_editor(person) or not state.task.specific.get_actions(page, person):
        raise PermissionDenied
    return state


def page_to_preview(person, pk: int) -> Page:
    """A page of which the person may make preview links; or raises."""
    page = get_object_or_404(Page, pk=pk, depth__gt=1)
    if not page.permissions_for_user(person).can_edit():
        raise PermissionDenied
    return page


def preview_link_for(person, pk: int, now) -> PreviewLink:
    """A working preview link that the person may end; or raises."""
    links = PreviewLink.objects.working(now).select_related("page")
    link = get_object_or_404(links, pk=pk)
    page_to_preview(person, link.page_id)
    return link


def previewed_page(token: str, now):
    """The latest draft of the page that a preview link shows; raises Http404."""
    links = PreviewLink.objects.working(now).select_related("page", "made_by")
    link = get_object_or_404(links, token_digest=digest_of(token))
    # Whoever made it shows what is theirs to change, and no longer than it is.
    if link.made_by is None or not link.page.permissions_for_user(link.made_by).can_edit():
        raise Http404
    return link.page.get_latest_revision_as_object()


def invitation_of(token: str) -> Invitation:
    """The invitation that the letter's link opens, whatever became of it; raises Http404."""
    invitations = Invitation.objects.select_related("invited_by", "successor_of__person")
    return get_object_or_404(invitations, token_digest=digest_of(token))


def standing_of(invitation: Invitation, person, now) -> str:
    """What an invitation is to whoever opened it: "over", "other" (somebody else's) or "open"."""
    if not invitation.is_waiting(now) or not may_invite(invitation.invited_by, invitation):
        return "over"
    if not person.is_authenticated:
        owner = User.objects.filter(email__iexact=invitation.address).first()
        return "open" if owner is None or owner.is_active else "over"
    return "open" if person.email.lower() == invitation.address.lower() else "other"


def first_community_of(person):
    """The key of a community that the person leads; raises PermissionDenied without any."""
    leading = roles_of(person).filter(kind=CommunityRole.Kind.LEADER)
    key = leading.values_list("community_key", flat=True).first()
    if key is None:
        raise PermissionDenied
    return key


def other_communities_of(person, key):
    """The Latvian pages of the other communities that the person leads."""
    leading = roles_of(person).filter(kind=CommunityRole.Kind.LEADER).exclude(community_key=key)
    pages = CommunityPage.objects.filter(locale__language_code="lv")
    keys = leading.order_by().values("community_key")
    return pages.filter(translation_key__in=keys).order_by("sort_key", "pk")
