"""What communities keep about people goes with them, and nobody is left alone in silence."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Group

from communities import kept
from communities.models import CommunityRole, Invitation
from core.roles import EDITORS
from members import actions
from members.models import User
from notifications.models import Letter
from tests import world

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


@pytest.fixture
def leader(site):
    return world.leader(world.community(site.index, "Tirza"), "lidere@example.test")


def invite(address):
    return Invitation.objects.create(
        kind="editor", address=address, token_digest=address, invited_at=NOW, expires_at=NOW
    )


def test_a_leader_has_their_roles_and_invitations(leader):
    invite("LIDERE@example.test")
    invite("cita@example.test")
    found = kept.export(leader)
    assert [role["kind"] for role in found["roles"]] == ["leader"]
    assert [each["address"] for each in found["invitations"]] == ["LIDERE@example.test"]


def test_with_the_person_their_roles_go_and_editors_are_told(leader, people):
    invite("LIDERE@example.test")
    other = invite("cita@example.test")
    actions.erase_person(person=leader, now=NOW)
    assert not CommunityRole.objects.exists()
    assert list(Invitation.objects.all()) == [other]
    assert not User.objects.get(pk=leader.pk).groups.exists()
    assert people.editor.groups.get() == Group.objects.get(name=EDITORS)
    assert Letter.objects.filter(person=people.editor).exists()
    assert not Letter.objects.filter(person=leader).exists()
