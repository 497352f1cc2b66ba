"""Who may do what where, gathered for the page that says it."""

from dataclasses import dataclass, field

from wagtail.models import Page, WorkflowState

from communities.access import administrators, may_manage
from communities.models import CommunityPage, CommunityRights, CommunityRole, Invitation
from members.access import editors


@dataclass
class CommunityPeople:
    """A community with its leaders, its helpers and the invitations that wait."""

    community: CommunityPage
    is_trusted: bool = False
    leaders: list[CommunityRole] = field(default_factory=list)
    helpers: list[CommunityRole] = field(default_factory=list)
    invitations: list[Invitation] = field(default_factory=list)


def community_people(now, community=None) -> list[CommunityPeople]:
    """The people of every community in alphabetical order, or of the given one."""
    pages = CommunityPage.objects.filter(locale__language_code="lv").order_by("sort_key", "pk")
    if community is not None:
        pages = pages.filter(pk=community.pk)
    found = {page.translation_key: CommunityPeople(page) for page in pages}
    roles = CommunityRole.objects.filter(community_key__in=found).select_related("person")
    for role in roles.order_by("added_at", "pk"):
        place = found[role.community_key]
        is_leader = role.kind == CommunityRole.Kind.LEADER
        (place.leaders if is_leader else place.helpers).append(role)
    waiting = Invitation.objects.waiting(now).filter(community_key__in=found)
    for invitation in waiting.order_by("invited_at", "pk"):
        found[invitation.community_key].invitations.append(invitation)
    for rights in CommunityRights.objects.filter(community_key__in=found, is_trusted=True):
        found[rights.community_key].is_trusted = True
    return list(found.values())


def municipality_people(now) -> dict:
    """The editors, the administrators, and the invitations to these roles that wait."""
    waiting = Invitation.objects.waiting(now).filter(community_key=None)
    return {
        "editors": [person for person in editors() if not person.is_superuser],
        "administrators": list(administrators()),
        "invitations": list(waiting.order_by("invited_at", "pk")),
    }


def kinds_for(person) -> list[str]:
    """The roles that the person may give."""
    return [kind for kind in Invitation.Kind.values if may_manage(person, kind)]


def what_is_handed_over(community) -> dict:
    """In figures, what waits in a community for whoever leads it next."""
    pages = Page.objects.descendant_of(community, inclusive=True)
    keys = [str(pk) for pk in pages.values_list("pk", flat=True)]
    waiting = WorkflowState.objects.active().filter(object_id__in=keys)
    return {
        "live": pages.live().count(),
        "drafts": pages.filter(has_unpublished_changes=True).count(),
        "with_editors": waiting.count(),
        "scheduled": pages.filter(_revisions__approved_go_live_at__isnull=False).distinct().count(),
        "contacts": community.contact_list,
    }
