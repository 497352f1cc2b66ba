"""Nobody but an administrator lets others in, by any door."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from core.roles import EDITORS
from members.grants import RESERVED
from members.models import User
from notifications.models import Letter
from tests import world

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["as they are", "given every right"])
def editor(request, site, people):
    if request.param == "given every right":
        group = Group.objects.get(name=EDITORS)
        group.permissions.set(Permission.objects.all())
        people.editor.user_permissions.set(Permission.objects.all())
    return User.objects.get(pk=people.editor.pk)


def test_no_group_can_be_given_the_rights(editor):
    assert not any(editor.has_perm(right) for right in RESERVED)
    assert not editor.get_all_permissions() & RESERVED
    assert editor.has_perm("wagtailadmin.access_admin")


def user_form(person, **changes) -> dict:
    return {
        "email": person.email,
        "first_name": "A",
        "last_name": "B",
        "is_active": "on",
        "is_staff": "on",
        "is_superuser": "on",
        "groups": [str(group.pk) for group in Group.objects.all()],
        **changes,
    }


def doors(person) -> list[tuple[str, dict]]:
    group = Group.objects.order_by("pk").first()
    bulk = f"?next=/admin/&id={person.pk}"
    return [
        (reverse("wagtailusers_users:add"), user_form(User(email="jauna@example.test"))),
        (reverse("wagtailusers_users:edit", args=[person.pk]), user_form(person)),
        (reverse("wagtailusers_users:delete", args=[person.pk]), {}),
        (reverse("wagtailusers_groups:add"), {"name": "Varenie"}),
        (reverse("wagtailusers_groups:edit", args=[group.pk]), {"name": "Varenie"}),
        (reverse("wagtailusers_groups:delete", args=[group.pk]), {}),
        (f"/admin/bulk/members/user/assign_role/{bulk}", {"role": str(group.pk)}),
        (f"/admin/bulk/members/user/delete/{bulk}", {}),
        (f"/admin/bulk/members/user/set_active_state/{bulk}", {"mark_as_active": ""}),
    ]


def state() -> list:
    return [
        list(User.objects.order_by("pk").values_list("pk", "email", "is_active", "is_staff")),
        list(User.objects.order_by("pk").values_list("is_superuser", "groups")),
        list(Group.objects.order_by("pk").values_list("name", "permissions")),
    ]


def test_no_door_lets_an_editor_change_people_or_groups(client, editor, people):
    client.force_login(editor)
    for person in (people.resident, people.admin, editor):
        for address, form in doors(person):
            before = state()
            assert client.get(address).status_code in (302, 403), address
            assert client.post(address, form).status_code in (302, 403), address
            assert state() == before, address


def test_a_person_does_not_name_themselves_in_the_backstage(client, editor):
    client.force_login(editor)
    assert "first_name" not in client.get("/admin/account/").text
    forged = {"name_email-first_name": "Galvenā", "name_email-last_name": "Administratore"}
    client.post("/admin/account/", forged | {"first_name": "x", "is_superuser": "on"})
    editor.refresh_from_db()
    assert (editor.first_name, editor.is_superuser) == ("", False)


def test_an_administrator_who_deletes_a_person_erases_them(client, site, people):
    client.force_login(people.admin)
    first, second = world.person("anna@example.test"), world.person("bruno@example.test")
    answer = client.post(reverse("wagtailusers_users:delete", args=[first.pk]))
    assert answer.status_code == 302
    assert client.get(answer["Location"]).status_code == 200
    client.post(f"/admin/bulk/members/user/delete/?next=/admin/users/&id={second.pk}")
    assert set(User.objects.filter(is_erased=True)) == {first, second}
    assert not User.objects.filter(email__in=["anna@example.test", "bruno@example.test"]).exists()
    assert not Letter.objects.exists()


def test_looking_at_the_page_of_deletion_deletes_nobody(client, site, people):
    client.force_login(people.admin)
    client.get(reverse("wagtailusers_users:delete", args=[people.resident.pk]))
    assert not User.objects.filter(is_erased=True).exists()
