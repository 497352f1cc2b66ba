"""A page as others see it: for editors, read only, and without ever being somebody else."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from communities.backstage.onlookers import Onlooker, onlooker_of
from core.models import Audience
from tests import world
from tests.forum import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client, people):
    client.force_login(people.editor)
    return client


def frame(page, who) -> str:
    return reverse("view-as:page", args=[page.pk, who])


def seen(browser, page, who) -> str:
    response = browser.get(frame(page, who))
    assert response.status_code == 200
    return response.content.decode()


WHO = ("nobody", "resident", "leader-tirzas-pagasts")


@pytest.mark.parametrize(
    ("audience", "sees"),
    [
        (Audience.EVERYONE, (True, True, True)),
        (Audience.SIGNED_IN, (False, True, True)),
        (Audience.LEADERS, (False, False, True)),
    ],
)
def test_an_editor_sees_what_each_of_them_sees(editor, places, audience, sees):
    page = world.article(places.own.page, "Sapulce", audience=audience)
    assert tuple("<article" in seen(editor, page, who) for who in WHO) == sees


def test_what_is_refused_is_said_in_words_and_tells_nothing_of_the_page(editor, places):
    page = world.article(places.own.page, "Slepena sapulce", audience=Audience.LEADERS)
    stranger, resident = (seen(editor, page, who) for who in WHO[:2])
    assert stranger != resident
    assert "Slepena" not in stranger + resident


def test_a_draft_is_seen_by_none_of_them(editor, places):
    assert all("Melnraksts" not in seen(editor, places.own.draft, who) for who in WHO)


def test_a_list_holds_what_the_onlooker_may_read(editor, places):
    world.article(places.own.page, "Tikai vadītājiem", audience=Audience.LEADERS)
    assert "Tikai vadītājiem" not in seen(editor, places.own.page, "resident")
    assert "Tikai vadītājiem" in seen(editor, places.own.page, "leader-tirzas-pagasts")


def test_the_page_is_in_its_own_language(editor, places):
    english = world.translated(places.own.page)
    assert '<html lang="en"' in seen(editor, english, "nobody")
    assert '<html lang="lv"' in seen(editor, places.own.page, "nobody")


def test_nothing_in_the_frame_can_act_and_nobody_keeps_it(editor, places):
    response = editor.get(frame(places.own.page, "nobody"))
    policy = response.headers["Content-Security-Policy"]
    assert "sandbox allow-same-origin;" in policy
    assert "form-action 'none'" in policy
    assert "script-src" not in policy
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "private" in response.headers["Cache-Control"]
    assert "no-store" in response.headers["Cache-Control"]


def test_the_editor_stays_who_they_are(editor, places, people):
    before = dict(editor.session)
    seen(editor, places.own.page, "resident")
    assert dict(editor.session) == before
    assert editor.session["_auth_user_id"] == str(people.editor.pk)
    assert editor.get("/admin/").status_code == 200


def test_the_choice_stands_above_the_frame(editor, places):
    address = reverse("view-as:choose", args=[places.own.page.pk])
    text = editor.get(address, {"who": "resident"}).content.decode()
    assert frame(places.own.page, "resident") in text
    assert 'value="leader-lizuma-pagasts"' in text
    assert frame(places.own.page, "nobody") in editor.get(address).content.decode()
    assert frame(places.own.page, "nobody") in editor.get(address, {"who": "x"}).content.decode()


def test_the_way_there_stands_at_the_head_of_a_page(editor, places, people):
    way = reverse("view-as:choose", args=[places.own.page.pk])
    address = reverse("wagtailadmin_pages:edit", args=[places.own.page.pk])
    assert way in editor.get(address).content.decode()
    editor.force_login(places.leader)
    assert way not in editor.get(address).content.decode()


@pytest.mark.parametrize("name", ["choose", "page"])
def test_others_are_refused(client, places, people, name):
    args = [places.own.page.pk, "nobody"][: 2 if name == "page" else 1]
    address = reverse(f"view-as:{name}", args=args)
    client.force_login(places.leader)
    assert client.get(address).status_code == 403
    client.force_login(people.editor)
    assert client.post(address).status_code == 405


@pytest.mark.parametrize("who", ["leader-nekas", "admin", "tirzas-pagasts", "leader-"])
def test_there_are_no_other_onlookers(editor, places, who):
    assert editor.get(frame(places.own.page, who)).status_code == 404
    assert onlooker_of(who) is None


def test_what_is_no_page_of_the_site_is_not_found(editor, places):
    root = places.site.home.get_parent()
    assert editor.get(frame(root, "nobody")).status_code == 404


def test_onlookers_can_do_nothing(places):
    assert isinstance(onlooker_of("nobody"), AnonymousUser)
    resident, leader = onlooker_of("resident"), onlooker_of("leader-tirzas-pagasts")
    assert not resident.has_perm("wagtailadmin.access_admin")
    assert leader.has_perm("wagtailadmin.access_admin")
    assert leader.leads == {places.own.page.translation_key}
    for onlooker in (resident, leader, Onlooker()):
        assert not onlooker.has_perm("wagtailcore.change_page")
        assert not onlooker.has_perms(["wagtailadmin.access_admin", "core.change_sitesettings"])
        assert not onlooker.is_superuser
        assert list(onlooker.groups.all()) == []


@pytest.mark.parametrize("who", ["nobody", "resident"])
def test_what_is_said_under_a_page_is_seen_as_they_see_it(editor, site, who):
    article = world.article(site.news, "Talka")
    post = making.comment(article, text="Paldies par talku!")
    assert post.text in seen(editor, article, who)
