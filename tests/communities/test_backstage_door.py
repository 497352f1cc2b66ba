"""What the object door keeps from leaders beyond the single thing that an address names."""

import json

import pytest
from django.urls import reverse
from wagtail.log_actions import log
from wagtail.models import Collection, GroupPagePermission

from communities.backstage import rules
from communities.backstage.checks import free
from communities.models import ArticlePage
from communities.provisioning import shared_collection
from core.roles import EDITORS
from tests import world
from tests.communities import leaders

pytestmark = pytest.mark.django_db


def page_address(name, *pages, **options):
    return reverse(f"wagtailadmin_pages:{name}", args=[page.pk for page in pages], **options)


def test_an_address_that_no_rule_knows_is_refused_to_leaders_and_open_to_editors(
    leader, places, monkeypatch, people
):
    address = page_address("edit", places.own.news)
    assert leader.get(address).status_code == 200
    monkeypatch.delitem(rules._rules, "wagtailadmin_pages:edit")
    assert leader.get(address).status_code == 403
    leader.force_login(people.editor)
    assert leader.get(address).status_code == 200


def test_an_app_opens_its_own_address_to_leaders(leader, monkeypatch):
    address = reverse("wagtailadmin_reports:locked_pages")
    assert leader.get(address).status_code == 403
    monkeypatch.setattr(rules, "_rules", dict(rules._rules))
    rules.let_leaders("wagtailadmin_reports:locked_pages", free)
    # Wagtail's own question after the right is asked all the same.
    assert leader.get(address).status_code == 302


def test_whoever_is_in_the_backstage_without_a_part_of_the_site_is_kept_from_all_of_it(
    client, places
):
    person = world.person("bez-vietas@example.test")
    group = places.leader.groups.get()
    GroupPagePermission.objects.filter(group=group).delete()
    person.groups.add(group)
    client.force_login(person)
    assert client.get(page_address("edit", places.own.news)).status_code == 403


@pytest.mark.parametrize("name", ["site.home", "site.index", "site.news"])
def test_what_is_above_and_beside_is_refused(leader, places, name):
    page = getattr(places.site, name.rpartition(".")[2])
    for address in (
        reverse("wagtailadmin_explore", args=[page.pk]),
        page_address("edit", page),
        page_address("history", page),
        page_address("view_draft", page),
    ):
        assert leader.get(address).status_code == 403


@pytest.mark.parametrize("name", ["delete", "unpublish", "copy", "convert_alias"])
def test_even_trusted_leaders_cannot_end_or_copy_the_page_of_their_community(leader, places, name):
    leaders.trust(places.own.page)
    address = page_address(name, places.own.page)
    assert leader.get(address).status_code == 403
    assert leader.post(address).status_code == 403
    assert leaders.stored(places.own.page).live
    assert leader.get(page_address("edit", places.own.page)).status_code == 200


def test_nobody_but_editors_moves_pages(leader, places):
    leaders.trust(places.own.page)
    address = page_address("move_confirm", places.own.news, places.foreign.page)
    assert leader.post(address).status_code == 403
    assert leaders.stored(places.own.news).get_parent().pk == places.own.page.pk


def test_a_copy_goes_nowhere_but_below_their_own(leader, places):
    address = page_address("copy", places.own.news)
    form = {"new_title": "Kopija", "new_slug": "kopija"}
    chosen = form | {"new_parent_page": places.foreign.page.pk}
    assert leader.post(address, chosen).status_code == 403
    assert not places.foreign.page.get_children().filter(slug="kopija").exists()
    assert leader.post(address, form | {"new_parent_page": places.own.page.pk}).status_code == 302
    assert leaders.stored(places.own.page).get_children().filter(slug="kopija").exists()


def test_a_foreign_page_is_not_copied_into_their_own(leader, places):
    form = {"new_title": "Kopija", "new_slug": "kopija", "new_parent_page": places.own.page.pk}
    assert leader.post(page_address("copy", places.foreign.draft), form).status_code == 403


@pytest.mark.parametrize("action", ["delete", "move", "publish", "unpublish"])
@pytest.mark.parametrize("query", ["id={}&id={}", "id={1}", "id=all", "id=all&childOf={2}"])
def test_nothing_foreign_is_done_in_bulk(leader, places, action, query):
    leaders.trust(places.own.page)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    numbers = places.own.news.pk, places.foreign.news.pk, places.foreign.page.pk
    for method in (leader.get, leader.post):
        response = method(f"{address}?{query.format(*numbers)}")
        assert response.status_code == 403
        assert "Lizum" not in response.content.decode()
    assert leaders.stored(places.foreign.news).live


def test_their_own_pages_do_not_go_elsewhere_in_bulk(leader, places):
    leaders.trust(places.own.page)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    query = f"?id={places.own.news.pk}"
    assert leader.post(address + query, {"chooser": places.foreign.page.pk}).status_code == 403
    assert leaders.stored(places.own.news).get_parent().pk == places.own.page.pk


@pytest.mark.parametrize("kind", ["image", "document"])
def test_no_foreign_file_is_touched_in_bulk(leader, places, kind):
    thing = getattr(places.foreign, kind)
    for action in ("delete", "add_tags", "add_to_collection"):
        address = reverse("wagtail_bulk_action", args=["core", f"hub{kind}", action])
        for query in (f"?id={thing.pk}", "?id=all"):
            assert leader.get(address + query).status_code == 403
            assert leader.post(address + query).status_code == 403
    thing.refresh_from_db()


def test_bulk_of_anything_else_is_refused(leader, people):
    address = reverse("wagtail_bulk_action", args=["members", "user", "delete"])
    assert leader.get(f"{address}?id={people.resident.pk}").status_code == 403


def test_what_stands_beside_an_own_page_must_belong_to_it(leader, places, people):
    state = (
        leaders.stored(places.foreign.draft)
        .get_workflow()
        .start(places.foreign.draft, people.editor)
    )
    task = state.current_task_state
    own = places.own.draft.pk
    for address in (
        reverse("wagtailadmin_pages:workflow_action", args=[own, "approve", task.pk]),
        reverse("wagtailadmin_pages:collect_workflow_action_data", args=[own, "approve", task.pk]),
        reverse("wagtailadmin_pages:workflow_history_detail", args=[own, state.pk]),
    ):
        assert leader.get(address).status_code == 404, address
        assert leader.post(address).status_code == 404, address


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("revisions_view", ()),
        ("revisions_revert", ()),
        ("revisions_compare", ("latest",)),
        ("revisions_unschedule", ()),
    ],
)
def test_a_foreign_draft_is_not_read_through_an_own_page(leader, places, name, more):
    numbers = places.own.draft.pk, places.foreign.draft.latest_revision.pk
    response = leader.get(reverse(f"wagtailadmin_pages:{name}", args=[*numbers, *more]))
    # Wagtail may first say that the person has no such right on the page at all.
    assert response.status_code in (302, 403, 404)
    assert "Lizum" not in response.content.decode()


def test_the_chooser_of_pages_shows_their_own_and_what_is_everybodys(leader, places):
    shared = world.standard_page(places.site.home, "Par projektu")
    world.standard_page(places.site.home, "Vēl nekas", is_published=False)
    child = lambda page: reverse("wagtailadmin_choose_page_child", args=[page.pk])  # noqa: E731
    html = json.loads(leader.get(child(places.site.home)).content)["html"]
    assert shared.title in html
    assert "Vēl nekas" not in html
    html = json.loads(leader.get(child(places.site.index)).content)["html"]
    assert "Tirzas pagasts" in html
    assert "Lizuma pagasts" not in html
    assert "Melnraksts" in json.loads(leader.get(child(places.own.page)).content)["html"]
    assert leader.get(child(places.foreign.page)).status_code == 403


def test_the_chooser_of_pages_finds_nothing_foreign(leader, places):
    search = reverse("wagtailadmin_choose_page_search")
    assert "Tirzas" in leader.get(search, {"q": "Tirzas"}).content.decode()
    assert "Jaunums: Lizuma" not in leader.get(search, {"q": "Lizuma"}).content.decode()
    assert "Melnraksts: Lizuma" not in leader.get(search).content.decode()


def test_the_chooser_does_not_begin_at_a_foreign_page(leader, places):
    ArticlePage.objects.exclude(pk=places.foreign.news.pk).delete()
    # Now the page above all articles is the other community.
    address = reverse("wagtailadmin_choose_page")
    assert leader.get(address, {"page_type": "communities.articlepage"}).status_code == 403
    assert leader.get(address, {"page_type": "nothing.atall"}).status_code == 404


def test_the_search_of_the_backstage_finds_nothing_foreign(leader, places):
    for name in ("search", "search_results"):
        address = reverse(f"wagtailadmin_pages:{name}")
        assert "Jaunums: Lizuma" not in leader.get(address, {"q": "Lizuma"}).content.decode()
        assert "Jaunums: Tirzas" in leader.get(address, {"q": "Tirzas"}).content.decode()


@pytest.mark.parametrize("kind", ["image", "document"])
def test_choosers_of_files_show_their_own_and_the_shared(leader, places, kind):
    make = getattr(leaders, kind)
    make("Kopīga lieta")
    make("Nepārvietots", Collection.get_first_root_node())
    html = leader.get(
        reverse(f"wagtail{kind}s_chooser:choose_results".replace("documents", "docs"))
    )
    text = html.content.decode()
    assert "Tirzas pagasts" in text
    assert "Kopīga lieta" in text
    assert "Lizuma" not in text
    assert "Nepārvietots" not in text


def test_shared_files_are_chosen_and_not_changed(leader):
    shared = leaders.image("Kopīgs")
    assert leader.get(reverse("wagtailimages_chooser:chosen", args=[shared.pk])).status_code == 200
    assert leader.get(reverse("wagtailimages:edit", args=[shared.pk])).status_code == 403
    assert leader.post(reverse("wagtailimages:delete", args=[shared.pk])).status_code == 403


@pytest.mark.parametrize("kind", ["image", "document"])
def test_several_files_are_chosen_only_if_all_are_theirs(leader, places, kind):
    address = reverse(f"wagtail{kind}s_chooser:chosen_multiple".replace("documents", "docs"))
    own, foreign = getattr(places.own, kind).pk, getattr(places.foreign, kind).pk
    assert leader.get(f"{address}?id={own}").status_code == 200
    response = leader.get(f"{address}?id={own}&id={foreign}")
    assert response.status_code == 403
    for number in ("x", "١", "9" * 20, "9" * 5000):
        assert leader.get(f"{address}?id={number}").status_code == 403


@pytest.mark.parametrize("kind", ["image", "document"])
def test_a_file_goes_into_no_collection_but_their_own(leader, places, kind):
    thing, name = getattr(places.own, kind), f"wagtail{kind}s".replace("documents", "docs")
    for collection in (places.foreign.collection, shared_collection()):
        form = {"title": "Pārlikts", "collection": collection.pk, "tags": ""}
        leader.post(reverse(f"{name}:edit", args=[thing.pk]), form)
        thing.refresh_from_db()
        assert thing.collection_id == places.own.collection.pk


def test_where_a_page_is_used_tells_no_foreign_title(leader, places):
    link = f'<p><a linktype="page" id="{places.own.news.pk}">saite</a></p>'
    world.article(places.foreign.page, "Lizuma noslēpums", body=[("text", link)])
    response = leader.get(page_address("usage", places.own.news))
    assert response.status_code == 200
    assert "noslēpums" not in response.content.decode()


def test_tags_of_others_are_not_offered(leader, places):
    places.foreign.image.tags.add("slepens")
    assert leader.get(reverse("wagtailadmin_tag_autocomplete"), {"term": "sle"}).json() == []


@pytest.mark.parametrize(
    "name", ["wagtailimages:index", "wagtailimages_chooser:choose", "wagtaildocs:index"]
)
def test_no_list_offers_the_tags_of_others_to_filter_by(leader, places, people, name):
    places.foreign.image.tags.add("slepens")
    places.foreign.document.tags.add("slepens")
    assert "slepens" not in leader.get(reverse(name), {"tag": "slepen"}).content.decode()
    leader.force_login(people.editor)
    assert "slepens" in leader.get(reverse(name)).content.decode()


@pytest.mark.parametrize("name", ["wagtailadmin_explore", "wagtailadmin_explore_results"])
def test_no_list_of_pages_names_those_who_write_for_others(leader, places, people, name):
    other = world.leader(places.foreign.page, "zigurds@example.test")
    ArticlePage.objects.filter(pk=places.foreign.draft.pk).update(owner=other)
    log(instance=places.foreign.draft, action="wagtail.edit", user=other)
    address, chosen = reverse(name, args=[places.own.page.pk]), {"owner": other.pk}
    assert other.email not in leader.get(address, chosen).content.decode()
    leader.force_login(people.editor)
    assert other.email in leader.get(address, chosen).content.decode()


def test_the_english_page_is_the_editors_and_leads_back_to_latvian(leader, places):
    english = world.translated(places.own.page)
    response = leader.get(page_address("edit", english))
    assert response.url == page_address("edit", places.own.page)
    assert leader.post(page_address("edit", english), {"title": "X"}).status_code == 403
    assert leader.get(page_address("view_draft", english)).status_code == 200
    assert (
        leader.get(page_address("edit", world.translated(places.foreign.page))).status_code == 403
    )


def test_a_leader_who_is_dismissed_is_out_at_the_next_request(leader, places):
    address = page_address("edit", places.own.news)
    assert leader.get(address).status_code == 200
    places.leader.groups.clear()
    assert leader.get(address).status_code != 200


def test_an_editor_who_also_leads_keeps_all_rights(client, people, places):
    editor = people.editor
    editor.groups.add(*places.leader.groups.all())
    assert editor.groups.filter(name=EDITORS).exists()
    client.force_login(editor)
    assert client.get(page_address("edit", places.foreign.news)).status_code == 200


@pytest.mark.parametrize("number", ["0", "999999"])
def test_what_is_not_there_is_not_found(leader, number):
    assert leader.get(f"/admin/pages/{number}/edit/").status_code == 404
    assert leader.get(f"/admin/images/{number}/").status_code == 404
