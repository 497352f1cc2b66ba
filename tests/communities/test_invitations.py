from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from communities.actions import forget_invitations, invite, withdraw_invitation
from communities.models import CommunityRole, Invitation
from communities.models.invitations import GOOD_FOR
from core.roles import EDITORS
from members.models import User
from notifications.models import Letter
from tests import world

ADDRESS = "jauna@example.test"


def build(site):
    """A community."""
    site.tirza = world.community(site.index, "Tirzas pagasts")


@pytest.fixture
def tirza(site):
    return site.tirza


@pytest.fixture
def invited(tirza, people):
    """An invitation to lead, with the address that its letter holds."""

    def invited(kind="leader", address=ADDRESS, by=people.editor, now=None, **options):
        key = tirza.translation_key if kind in ("leader", "helper") else None
        now = now or timezone.now()
        invitation = invite(
            kind=kind,
            address=address,
            language="lv",
            by=by,
            now=now,
            community_key=key,
            **options,
        )
        url = Letter.objects.get(about=f"invitation:{invitation.pk}").context["action_url"]
        return SimpleNamespace(row=invitation, url=url.replace("http://localhost:8000", ""))

    return invited


def path_of(found) -> str:
    return "/" + found.url.split("/", 3)[3] if "://" in found.url else found.url


def test_the_letter_alone_knows_the_token(invited):
    found = invited()
    token = found.url.rstrip("/").rsplit("/", 1)[1]
    assert len(token) == 43
    assert found.row.token_digest != token
    assert not Invitation.objects.filter(token_digest=token).exists()


def test_looking_changes_nothing_however_often(invited, client):
    found = invited()
    for method in (client.get, client.head, client.get):
        assert method(path_of(found)).status_code == 200
    found.row.refresh_from_db()
    assert found.row.accepted_at is None
    assert not User.objects.filter(email=ADDRESS).exists()


def test_the_page_is_kept_by_nobody_and_found_by_no_search_engine(invited, client):
    answer = client.get(path_of(invited()))
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]


def test_the_community_is_called_as_the_language_calls_it(invited, client, site, tirza):
    token = path_of(invited()).rstrip("/").rpartition("/")[2]
    assert tirza.title in client.get(f"/en/invitation/{token}/").text
    world.translated(site.index)
    title = world.translated(tirza).title
    assert title != tirza.title
    assert title in client.get(f"/en/invitation/{token}/").text
    assert tirza.title in client.get(f"/lv/ielugums/{token}/").text


def test_somebody_elses_invitation_opens_again_after_signing_out(invited, client, people):
    path = path_of(invited())
    client.force_login(people.resident)
    answer = client.get(path)
    assert answer.status_code == 403
    assert f'name="next" value="{path}"' in answer.text
    assert client.post(reverse("account_logout"), {"next": path}).url == path
    assert client.get(path).status_code == 200


def test_who_has_no_account_gets_one_and_signs_in_next(invited, client, tirza):
    answer = client.post(path_of(invited()))
    assert answer.status_code == 302
    assert "next=%2Fadmin%2F" in answer.url
    person = User.objects.get(email=ADDRESS)
    assert not person.has_usable_password()
    assert person.community_roles.get().community_key == tirza.translation_key
    assert person.has_perm("wagtailadmin.access_admin")


def test_who_is_signed_in_goes_on_to_work(invited, client, people):
    found = invited(address=people.resident.email.upper())
    client.force_login(people.resident)
    answer = client.post(path_of(found))
    assert answer.url == "/admin/"
    assert people.resident.community_roles.exists()


def test_somebody_elses_invitation_is_refused(invited, client, people):
    found = invited()
    client.force_login(people.resident)
    for method in (client.get, client.post):
        assert method(path_of(found)).status_code == 403
    assert not CommunityRole.objects.exists()


def test_an_invitation_is_good_once(invited, client):
    found = invited()
    client.post(path_of(found))
    CommunityRole.objects.all().delete()
    assert client.get(path_of(found)).status_code == 410
    assert client.post(path_of(found)).status_code == 410
    assert not CommunityRole.objects.exists()


def test_an_invitation_ends_after_a_fortnight(invited, client):
    found = invited(now=timezone.now() - GOOD_FOR - timedelta(seconds=1))
    assert client.post(path_of(found)).status_code == 410
    assert not CommunityRole.objects.exists()


def test_an_invitation_that_was_taken_back_opens_nothing(invited, client, people):
    found = invited()
    withdraw_invitation(invitation=found.row, by=people.editor, now=timezone.now())
    assert client.post(path_of(found)).status_code == 410


def test_an_invitation_ends_with_the_rights_of_whoever_sent_it(invited, client, people):
    found = invited()
    people.editor.groups.clear()
    assert client.post(path_of(found)).status_code == 410


def test_a_second_invitation_ends_the_first(invited, client):
    first, second = invited(), invited()
    assert client.post(path_of(first)).status_code == 410
    assert client.post(path_of(second)).status_code == 302


def test_a_made_up_token_opens_nothing(client, site):
    with override("lv"):
        assert client.get(reverse("communities:invitation", args=["a" * 43])).status_code == 404


def test_an_invited_editor_becomes_one(invited, client, people):
    client.post(path_of(invited("editor", by=people.admin)))
    assert User.objects.get(email=ADDRESS).groups.get().name == EDITORS


def test_an_editor_cannot_make_editors_by_an_invitation_that_slipped_through(
    invited, client, people
):
    assert client.post(path_of(invited("editor", by=people.editor))).status_code == 410
    assert client.post(path_of(invited("administrator", by=people.editor))).status_code == 410
    assert not User.objects.filter(email=ADDRESS).exists()


def test_an_invited_administrator_becomes_one(invited, client, people):
    client.post(path_of(invited("administrator", by=people.admin)))
    person = User.objects.get(email=ADDRESS)
    assert person.is_superuser and person.is_staff


def test_a_successor_takes_over_and_both_are_told(invited, client, tirza):
    leader = world.leader(tirza)
    role = leader.community_roles.get()
    found = invited(by=leader, successor_of=role)
    client.post(path_of(found))
    successor = User.objects.get(email=ADDRESS)
    assert successor.community_roles.get().kind == "leader"
    assert not leader.community_roles.exists()
    kinds = set(Letter.objects.exclude(kind="invitation").values_list("kind", "person"))
    assert kinds == {("handed-over", leader.pk), ("taken-over", successor.pk)}


def test_a_leader_offers_nothing_but_the_own_place(invited, client, tirza):
    leader = world.leader(tirza)
    assert client.post(path_of(invited(by=leader))).status_code == 410


@pytest.mark.parametrize("kind", ["leader", "helper"])
def test_the_page_speaks_both_languages(invited, client, kind):
    found = invited(kind)
    assert "Tirzas pagasts" in client.get(path_of(found)).text
    token = path_of(found).rstrip("/").rsplit("/", 1)[1]
    with override("en"):
        english = reverse("communities:invitation", args=[token])
    assert "Accept the invitation" in client.get(english).text


def test_an_address_is_forgotten_as_soon_as_its_invitation_is_accepted(invited, client):
    found = invited()
    client.post(path_of(found))
    assert Invitation.objects.get().accepted_at
    assert Invitation.objects.get().address == ""


def test_an_address_is_forgotten_a_month_after_its_invitation(invited):
    row = invited().row
    forget_invitations(row.expires_at + timedelta(days=29))
    assert Invitation.objects.exists()
    forget_invitations(row.expires_at + timedelta(days=31))
    assert not Invitation.objects.exists()
