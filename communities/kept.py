"""What is kept here about people who look after a community, or were asked to."""

from django.db.models.functions import Lower

from communities import actions
from communities.models import CommunityRole, Invitation, PreviewLink
from members.privacy import Holder
from members.privacy.own import addresses_of


def export(person) -> dict:
    """The person's roles, invitations to their addresses, and preview links that they made."""
    roles = CommunityRole.objects.filter(person=person).order_by("pk")
    links = PreviewLink.objects.filter(made_by=person).order_by("pk")
    invited = _invitations_to(person).order_by("pk")
    return {
        "roles": list(roles.values("community_key", "kind", "added_at")),
        "invitations": list(invited.values("community_key", "kind", "address", "invited_at")),
        "preview_links": list(links.values("page__title", "made_at", "expires_at")),
    }


def erase(person, now):
    """Give the roles back, so that editors learn who is left alone, and forget the rest."""
    for role in CommunityRole.objects.filter(person=person).order_by("pk"):
        actions.leave(role=role, now=now)
    _invitations_to(person).delete()
    PreviewLink.objects.filter(made_by=person).delete()


def _invitations_to(person):
    rows = Invitation.objects.annotate(lower=Lower("address"))
    return rows.filter(lower__in=addresses_of(person))


HOLDER = Holder(
    "communities",
    export,
    erase,
    tables=(
        "communities.CommunityRole",
        "communities.Invitation",
        "communities.PreviewLink",
    ),
)
