from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from communities.actions import check_all_leadership, dismiss, set_trust
from communities.models import CommunityRights, CommunityRole, Invitation
from members.models import User
from notifications.models import Letter
from tests import world
from tests.growth import assert_same_queries

NOW = timezone.now()


def build(site):
    """Two communities."""
    site.tirza = world.community(site.index, "Tirzas pagasts")
    site.lizums = world.community(site.index, "Lizuma pagasts")


@pytest.fixture
def tirza(site):
    return site.tirza


@pytest.fixture
def lizums(site):
    return site.lizums


def letters(kind) -> list:
    return list(Letter.objects.filter(kind=kind).order_by("pk"))


def community_url(page) -> str:
    return reverse("roles:community", args=[page.translation_key])


def test_a_person_may_lead_two_communities_and_a_community_have_two_leaders(tirza, lizums):
    first, second = world.leader(tirza), world.leader(tirza, "otra@example.test")
    first = world.leader(lizums, first.email)
    assert first.community_roles.count() == 2
    assert CommunityRole.objects.filter(community_key=tirza.translation_key).count() == 2
    assert first.groups.count() == 2
    assert second.groups.count() == 1


def test_rights_end_with_the_role_at_the_next_request(tirza, client):
    leader, article = world.leader(tirza), world.article(tirza, "Talka")
    client.force_login(leader)
    edit = reverse("wagtailadmin_pages:edit", args=[article.pk])
    assert client.get(edit).status_code == 200
    dismiss(role=leader.community_roles.get(), by=None, now=NOW)
    # Nobody is sent to and fro: the one who is signed in is told that this is not for them.
    assert client.get(edit, follow=True).status_code == 403
    article.refresh_from_db()
    assert article.live
    assert article.revisions.exists()


def test_another_role_ends_only_where_it_was(tirza, lizums):
    world.leader(lizums)
    leader = world.leader(tirza)
    dismiss(role=leader.community_roles.get(community_key=tirza.translation_key), by=None, now=NOW)
    leader = User.objects.get(pk=leader.pk)
    assert not tirza.permissions_for_user(leader).can_edit()
    assert lizums.permissions_for_user(leader).can_edit()


def test_whoever_is_dismissed_is_told_and_who_leaves_is_not(tirza, people):
    first, second = world.leader(tirza), world.leader(tirza, "otra@example.test")
    dismiss(role=first.community_roles.get(), by=people.editor, now=NOW)
    dismiss(role=second.community_roles.get(), by=second, now=NOW)
    assert [letter.person for letter in letters("role-ended")] == [first]


def test_every_editor_is_told_once_when_nobody_leads_a_community(tirza, people):
    first, second = world.leader(tirza), world.leader(tirza, "otra@example.test")
    dismiss(role=first.community_roles.get(), by=people.editor, now=NOW)
    assert letters("community-leaderless") == []
    dismiss(role=second.community_roles.get(), by=people.editor, now=NOW)
    check_all_leadership(NOW + timedelta(hours=1))
    assert [letter.person for letter in letters("community-leaderless")] == [people.editor]
    world.leader(tirza)
    assert CommunityRights.objects.get(community_key=tirza.translation_key).is_led


def test_editors_are_told_also_when_a_leader_deletes_the_account(tirza, people):
    world.leader(tirza).delete()
    check_all_leadership(NOW)
    check_all_leadership(NOW + timedelta(hours=1))
    assert len(letters("community-leaderless")) == 1


def test_nobody_is_told_of_a_community_that_never_had_a_leader(tirza, people):
    check_all_leadership(NOW)
    assert letters("community-leaderless") == []


def test_a_community_says_that_it_looks_for_a_leader(tirza, client):
    said = "Šī kopiena meklē līderi"
    assert said in client.get(tirza.url).text
    leader = world.leader(tirza)
    assert said not in client.get(tirza.url).text
    dismiss(role=leader.community_roles.get(), by=None, now=NOW)
    assert said in client.get(tirza.url).text


def test_trust_lets_leaders_publish_and_can_be_taken_back(tirza, people):
    leader, key = world.leader(tirza), tirza.translation_key
    article = world.article(tirza, "Talka")
    for is_trusted in (True, False):
        set_trust(community_key=key, is_trusted=is_trusted, by=people.editor, now=NOW)
        asked_anew = User.objects.get(pk=leader.pk)
        assert article.permissions_for_user(asked_anew).can_publish() is is_trusted


# The page in the backstage


def test_an_editor_sees_who_may_do_what(tirza, people, client):
    leader = world.leader(tirza)
    client.force_login(people.editor)
    answer = client.get(reverse("roles:list"))
    assert answer.status_code == 200
    for words in ("Tirzas pagasts", leader.email, people.editor.email, people.admin.email):
        assert words in answer.text


def test_an_editor_invites_a_leader(tirza, people, client):
    client.force_login(people.editor)
    answer = client.post(
        reverse("roles:list"),
        {
            "address": "jauna@example.test",
            "kind": "leader",
            "community": tirza.translation_key,
            "language": "lv",
        },
    )
    assert answer.status_code == 302
    assert Invitation.objects.get().address == "jauna@example.test"
    assert len(letters("invitation")) == 1


@pytest.mark.parametrize("kind", ["editor", "administrator"])
def test_an_editor_invites_no_editors(people, client, site, kind):
    client.force_login(people.editor)
    form = {"address": "jauna@example.test", "kind": kind, "language": "lv"}
    assert client.post(reverse("roles:list"), form).status_code == 200
    assert not Invitation.objects.exists()
    client.force_login(people.admin)
    assert client.post(reverse("roles:list"), form).status_code == 302
    assert Invitation.objects.get().kind == kind


@pytest.mark.parametrize(
    "form",
    [
        {"kind": "leader"},
        {"kind": "leader", "address": "nav-adrese"},
        {"kind": "leader", "community": "nav"},
        {"kind": "king"},
        {},
    ],
)
def test_an_invitation_needs_an_address_a_role_and_its_place(people, client, tirza, form):
    client.force_login(people.editor)
    whole = {"address": "jauna@example.test", "language": "lv", **form}
    assert client.post(reverse("roles:list"), whole).status_code == 200
    assert not Invitation.objects.exists()


def test_who_has_the_role_is_not_invited_to_it(people, client, tirza):
    leader = world.leader(tirza)
    client.force_login(people.editor)
    form = {"kind": "leader", "address": leader.email.upper(), "language": "lv"}
    client.post(reverse("roles:list"), form | {"community": tirza.translation_key})
    assert not Invitation.objects.exists()


def test_a_leader_finds_the_own_communities_alone(tirza, lizums, people, client):
    leader = world.leader(tirza)
    client.force_login(leader)
    assert client.get(reverse("roles:list")).url == community_url(tirza)
    assert client.get(community_url(tirza)).status_code == 200
    assert client.get(community_url(lizums)).status_code in (302, 403)
    assert "Lizum" not in client.get(community_url(tirza)).text


def test_a_leader_changes_nobody_elses_role_and_no_trust(tirza, people, client):
    leader, other = world.leader(tirza), world.leader(tirza, "otra@example.test")
    client.force_login(leader)
    client.post(community_url(tirza), {"is_trusted": "yes"})
    client.post(reverse("roles:dismiss", args=[other.community_roles.get().pk]))
    client.post(reverse("roles:hand-over", args=[other.community_roles.get().pk]))
    client.post(reverse("roles:list"), {"address": "a@example.test", "kind": "leader"})
    assert not CommunityRights.objects.filter(is_trusted=True).exists()
    assert other.community_roles.exists()
    assert not Invitation.objects.exists()


def test_a_resident_finds_no_roles(tirza, people, client):
    client.force_login(people.resident)
    for url in (reverse("roles:list"), community_url(tirza)):
        assert client.get(url).status_code in (302, 403)
        assert client.post(url, {"is_trusted": "yes"}).status_code in (302, 403)
    assert not CommunityRights.objects.filter(is_trusted=True).exists()


def test_strangers_sign_in_first(tirza, client):
    for url in (reverse("roles:list"), community_url(tirza)):
        assert "next=" in client.get(url).url


def test_a_leader_leaves_by_the_own_wish_and_not_by_looking(tirza, client, people):
    leader = world.leader(tirza)
    client.force_login(leader)
    url = reverse("roles:dismiss", args=[leader.community_roles.get().pk])
    assert client.get(url).status_code == 200
    assert leader.community_roles.exists()
    client.post(url)
    assert not leader.community_roles.exists()
    assert len(letters("community-leaderless")) == 1


def test_a_leader_invites_a_successor(tirza, client):
    leader = world.leader(tirza)
    client.force_login(leader)
    url = reverse("roles:hand-over", args=[leader.community_roles.get().pk])
    assert client.get(url).status_code == 200
    client.post(url, {"address": "jauna@example.test", "language": "lv"})
    assert Invitation.objects.get().successor_of == leader.community_roles.get()


def test_a_leader_pesters_nobody_with_invitations(tirza, client):
    leader = world.leader(tirza)
    client.force_login(leader)
    url = reverse("roles:hand-over", args=[leader.community_roles.get().pk])
    for number in range(8):
        client.post(url, {"address": f"jauna{number}@example.test", "language": "lv"})
    assert Invitation.objects.count() == 5


def test_an_invitation_is_taken_back(tirza, people, client):
    client.force_login(people.editor)
    form = {"kind": "helper", "address": "jauna@example.test", "language": "lv"}
    client.post(reverse("roles:list"), form | {"community": tirza.translation_key})
    url = reverse("roles:uninvite", args=[Invitation.objects.get().pk])
    assert client.get(url).status_code == 405
    client.post(url)
    assert Invitation.objects.get().withdrawn_at


@pytest.mark.parametrize("kind", ["editor", "administrator"])
def test_administrators_alone_take_the_roles_of_the_municipality(people, client, site, kind):
    person = people.editor if kind == "editor" else people.admin
    second = world.person("admin2@example.test", is_superuser=True, is_staff=True)
    url = reverse(f"roles:{kind}", args=[person.pk])
    client.force_login(people.editor)
    client.post(url)
    assert client.get(url).status_code in (302, 403)
    person.refresh_from_db()
    assert person.groups.exists() or person.is_superuser
    client.force_login(second)
    assert client.get(url).status_code == 200
    client.post(url)
    person = User.objects.get(pk=person.pk)
    assert not person.groups.exists() and not person.is_superuser


def test_the_last_administrator_stays(people, client, site):
    client.force_login(people.admin)
    client.post(reverse("roles:administrator", args=[people.admin.pk]))
    people.admin.refresh_from_db()
    assert people.admin.is_superuser


def test_twice_as_many_people_cost_no_more_queries(site, people):
    def add(numbers):
        for number in numbers:
            page = world.community(site.index, f"Pagasts {number}", is_published=False)
            world.leader(page, f"lidere{number}@example.test")
            world.leader(page, f"palidze{number}@example.test", kind="helper")

    add(range(3))
    assert_same_queries([reverse("roles:list")], lambda: add(range(3, 6)), people.editor)
