"""Inviting somebody to a role, and taking the role that was offered."""

from datetime import datetime, timedelta

from django.contrib.auth.models import Group
from django.db import transaction

from communities.access import may_invite
from communities.actions.roles import appoint, dismiss
from communities.history import note
from communities.letters import names_of, tell
from communities.models import CommunityPage, CommunityRole, Invitation
from communities.models.invitations import GOOD_FOR
from core.roles import EDITORS
from members.secret_words import digest_of, new_token
from notifications.actions import queue
from notifications.links import address as link

KEPT = timedelta(days=30)


class InvitationIsOver(Exception):
    """The invitation was used, taken back, has run out, or whoever sent it may no longer invite."""


@transaction.atomic
def invite(
    *,
    kind: str,
    address: str,
    language: str,
    by,
    now: datetime,
    community_key=None,
    successor_of: CommunityRole | None = None,
) -> Invitation:
    """Offer a role to whoever reads the letters of the address; an earlier same offer ends."""
    address, token = address.lower(), new_token()
    _end_same(now, successor_of, kind=kind, address=address, community_key=community_key)
    invitation = Invitation.objects.create(
        kind=kind,
        community_key=community_key,
        address=address,
        language=language,
        token_digest=digest_of(token),
        invited_by=by,
        invited_at=now,
        expires_at=now + GOOD_FOR,
        successor_of=successor_of,
    )
    note(community_key, "invite", by, role=kind)
    _write_to(invitation, token, by, now)
    return invitation


def _end_same(now, successor_of, **offer):
    """An address waits for one offer of a kind, and a leader for one successor."""
    Invitation.objects.waiting(now).filter(**offer).update(withdrawn_at=now)
    if successor_of:
        successor_of.successions.waiting(now).update(withdrawn_at=now)


def _write_to(invitation, token, by, now):
    names = names_of(invitation.community_key, invitation.language)
    queue(
        kind="invitation",
        about=f"invitation:{invitation.pk}",
        now=now,
        address=invitation.address,
        language=invitation.language,
        context={
            **names,
            "invitation": invitation.pk,
            "role_kind": invitation.kind,
            "inviter": by.get_full_name() if by else "",
            "action_url": link("communities:invitation", token, language=invitation.language),
        },
    )


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, by, now: datetime):
    """Take an invitation back, so that its letter opens nothing any more."""
    waiting = Invitation.objects.waiting(now).filter(pk=invitation.pk)
    if waiting.update(withdrawn_at=now):
        note(invitation.community_key, "uninvite", by, role=invitation.kind)


@transaction.atomic
def accept_invitation(*, invitation: Invitation, person, now: datetime):
    """Give the person the role that was offered; raises InvitationIsOver.

    The caller has made sure that the person reads the letters of the invitation's address.
    """
    waiting = Invitation.objects.waiting(now).filter(pk=invitation.pk)
    inviter = invitation.invited_by
    # The one atomic step that decides who is first. The address is not needed any more, and the
    # person may have another one by the time they want to be forgotten.
    taken = may_invite(inviter, invitation) and waiting.update(accepted_at=now, address="")
    if not taken:
        raise InvitationIsOver
    if invitation.kind == Invitation.Kind.ADMINISTRATOR:
        person.is_superuser = person.is_staff = True
        person.save(update_fields=["is_superuser", "is_staff"])
    elif invitation.kind == Invitation.Kind.EDITOR:
        person.groups.add(Group.objects.get(name=EDITORS))
    else:
        _join(invitation, person, now)


def forget_invitations(now: datetime):
    """The job: an address is kept no longer than a month after its invitation has ended."""
    Invitation.objects.filter(expires_at__lt=now - KEPT).delete()


def _join(invitation, person, now):
    key = invitation.community_key
    community = CommunityPage.objects.filter(
        translation_key=key, locale__language_code="lv"
    ).first()
    if community is None:
        raise InvitationIsOver
    by = invitation.invited_by
    role = appoint(community=community, person=person, kind=invitation.kind, by=by, now=now)
    note(key, "accept", person, role=invitation.kind)
    before = invitation.successor_of
    if before and before.pk != role.pk:
        _hand_over(before, person, now)


def _hand_over(before: CommunityRole, successor, now):
    key, leader = before.community_key, before.person
    about = f"role:{before.pk}"
    tell(leader, "handed-over", about, now, names_of(key, leader.language))
    tell(successor, "taken-over", about, now, names_of(key, successor.language))
    dismiss(role=before, by=leader, now=now)
