"""My community: where leaders begin, and what their menu holds."""

import json
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.menu import help_menu
from wagtail.models import Site

from communities import deeds
from communities.actions import appoint
from communities.backstage.overview import SHOWN, overview_of
from communities.backstage.panels import without_leader
from core.models import SiteSettings
from tests import world
from tests.communities import leaders

pytestmark = pytest.mark.django_db
START = "/admin/mana-kopiena/"


def titles(items) -> list[str]:
    return [item.title for item in items]


def overview(community):
    return overview_of(community, timezone.now())


def test_the_backstage_of_a_leader_begins_at_their_community(leader):
    response = leader.get("/admin/", follow=True)
    assert response.redirect_chain[-1][0] == f"{START}tirzas-pagasts/"
    text = response.content.decode()
    assert "<h1" in text
    assert "Tirzas pagasts" in text
    assert "Lizuma" not in text


def test_editors_begin_where_they_always_did(client, people, places):
    client.force_login(people.editor)
    assert client.get("/admin/").status_code == 200
    assert client.get(START).url == "/admin/"
    assert client.get(f"{START}lizuma-pagasts/").status_code == 200


def test_editors_see_at_the_start_which_communities_look_for_a_leader(client, people, places):
    client.force_login(people.editor)
    panel = client.get("/admin/").content.decode().partition('id="leaderless')[2]
    assert reverse("roles:community", args=[places.foreign.page.translation_key]) in panel
    assert reverse("roles:community", args=[places.own.page.translation_key]) not in panel
    assert list(without_leader()) == [places.foreign.page]


def test_strangers_and_residents_are_not_let_in(client, people, places, settings):
    address = f"{START}tirzas-pagasts/"
    assert client.get(address).status_code == 302
    client.force_login(people.resident)
    assert client.get(address).status_code in (302, 403)


def test_another_community_is_not_there(leader):
    assert leader.get(f"{START}lizuma-pagasts/").status_code == 404


@pytest.mark.parametrize("address", [START, f"{START}tirzas-pagasts/"])
def test_it_is_only_looked_at(leader, address):
    assert leader.post(address).status_code == 405


def test_who_leads_several_goes_from_one_to_the_other(leader, places, people):
    assert "lizuma-pagasts" not in leader.get(f"{START}tirzas-pagasts/").content.decode()
    now = timezone.now()
    page = places.foreign.page
    appoint(community=page, person=places.leader, kind="leader", by=people.editor, now=now)
    assert leader.get(START).url == f"{START}lizuma-pagasts/"
    assert f"{START}lizuma-pagasts/" in leader.get(f"{START}tirzas-pagasts/").content.decode()
    assert leader.get(f"{START}lizuma-pagasts/").status_code == 200


def test_who_has_no_community_is_told_so_kindly(leader, places):
    places.leader.groups.get().page_permissions.all().delete()
    response = leader.get(START)
    assert response.status_code == 200
    assert "<h1" in response.content.decode()
    assert leader.get(f"{START}tirzas-pagasts/").status_code == 404


def test_the_big_buttons_lead_where_the_leader_may_go(leader, places):
    text = leader.get(f"{START}tirzas-pagasts/").content.decode()
    for address in (
        reverse("wagtailadmin_pages:add", args=["communities", "articlepage", places.own.page.pk]),
        reverse("wagtailimages:add_multiple") + f"?collection_id={places.own.collection.pk}",
        reverse("wagtailadmin_pages:edit", args=[places.own.page.pk]),
    ):
        assert f'href="{address}"' in text
        assert leader.get(address).status_code == 200


def test_an_app_adds_a_button_of_its_own(leader, places, monkeypatch):
    monkeypatch.setattr(deeds, "_deeds", dict(deeds._deeds))
    way = lambda community: f"/admin/pasakumi/{community.slug}/"  # noqa: E731
    deeds.register(deeds.Deed("event", "Pievienot pasākumu", "date", 200, way))
    labels = [str(button.label) for button in deeds.buttons_of(places.own.page)]
    assert labels[1] == "Pievienot pasākumu"
    page = leader.get(f"{START}tirzas-pagasts/").content.decode()
    assert "/admin/pasakumi/tirzas-pagasts/" in page


def menu_of(browser) -> list[str]:
    text = browser.get("/admin/account/").content.decode()
    props = text.split('id="wagtail-sidebar-props"')[1].split(">", 1)[1].split("</script>")[0]
    menu = next(each for each in json.loads(props)["modules"] if "MainMenu" in each["_type"])
    return [item["_args"][0]["name"] for item in menu["_args"][0]]


def test_the_menu_holds_what_a_leader_may_use(leader, people):
    assert menu_of(leader) == [
        "my-community",
        "moderation",
        "proposals",
        "images",
        "documents",
        "roles",
        "backstage-help",
    ]
    leader.force_login(people.editor)
    names = menu_of(leader)
    assert {"explorer", "images", "documents", "reports"} <= set(names)
    assert "my-community" not in names


def test_pages_stand_by_what_they_wait_for(places, people):
    now, page = timezone.now(), places.own.page
    moment = now + timedelta(days=3)
    waiting = world.article(page, "Pie redaktoriem", is_published=False)
    waiting.get_workflow().start(waiting, places.leader)
    returned = world.article(page, "Atpakaļ", is_published=False)
    state = returned.get_workflow().start(returned, places.leader)
    state.current_task_state.reject(user=people.editor, comment="Pieliec datumu!")
    later = world.article(page, "Vēlāk", is_published=False, go_live_at=moment)
    later.save_revision(approved_go_live_at=moment)
    world.article(page, "Uz laiku", expire_at=moment)
    found = overview(page)
    assert titles(found.with_editors) == ["Pie redaktoriem"]
    assert titles(found.returned) == ["Atpakaļ"]
    assert found.returned[0].comment == "Pieliec datumu!"
    assert titles(found.scheduled) == ["Vēlāk"]
    assert found.scheduled[0].at == moment
    assert titles(found.drafts) == ["Melnraksts: Tirzas pagasts"]
    assert titles(found.ending) == ["Uz laiku"]
    assert set(titles(found.published)) == {
        "Uz laiku",
        "Jaunums: Tirzas pagasts",
        "Tirzas pagasts",
    }


def test_what_the_editors_wrote_stands_on_the_page(leader, places, people):
    state = places.own.draft.get_workflow().start(places.own.draft, places.leader)
    state.current_task_state.reject(user=people.editor, comment="Pieliec <b>datumu</b>!")
    text = leader.get(f"{START}tirzas-pagasts/").content.decode()
    assert "Pieliec &lt;b&gt;datumu&lt;/b&gt;!" in text


def test_pages_that_nobody_touched_for_a_year_are_named_and_old_news_is_not(places):
    page = places.own.page
    assert overview(page).grown_old == []
    old = timezone.now() - timedelta(days=400)
    for each in (page, places.own.news):
        type(each).objects.filter(pk=each.pk).update(last_published_at=old)
    assert titles(overview(page).grown_old) == ["Tirzas pagasts"]


def test_a_community_whose_newest_news_is_old_is_asked_for_news(leader, places):
    assert not overview(places.own.page).has_old_news
    news = leaders.stored(places.own.news)
    news.date = date(2020, 1, 31)
    news.save()
    found = overview(places.own.page)
    assert found.has_old_news
    assert found.newest_news_at == date(2020, 1, 31)
    assert "2020. gada 31. janvār" in leader.get(f"{START}tirzas-pagasts/").content.decode()


def test_lists_stay_short_and_ask_the_same_for_twenty_as_for_ten(
    leader, places, django_assert_max_num_queries
):
    def count():
        with django_assert_max_num_queries(200) as asked:
            assert leader.get(f"{START}tirzas-pagasts/").status_code == 200
        return len(asked)

    for number in range(10):
        world.article(places.own.page, f"Raksts {number}", is_published=False)
    count()
    few = count()
    for number in range(10, 20):
        world.article(places.own.page, f"Raksts {number}", is_published=False)
    assert count() <= few
    assert len(overview(places.own.page).drafts) == SHOWN


def test_no_word_of_it_is_left_in_english(leader):
    text = leader.get(f"{START}tirzas-pagasts/").content.decode()
    for words in (">My community", "Write news", "Add photos", "On the site", "Drafts"):
        assert words not in text


def test_leaders_and_editors_each_find_their_own_help(leader, client, people):
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    settings.email, settings.phone = "kopa@example.test", "+371 6400 0000"
    settings.save()
    of_leader = leader.get(reverse("backstage-help")).content.decode()
    client.force_login(people.editor)
    of_editor = client.get(reverse("backstage-help")).content.decode()
    for page in (of_leader, of_editor):
        assert 'href="mailto:kopa@example.test"' in page
        assert 'href="tel:+37164000000"' in page
    for address in (reverse("letters:list"), reverse("wagtail_localize:translations_report")):
        assert address in of_editor.partition("kopa-help")[2]
        assert address not in of_leader
    assert f'href="{START}"' in of_leader.partition("kopa-help")[2]


def test_only_administrators_are_led_to_pages_about_the_program(rf, people):
    for person, sees in ((people.editor, False), (people.admin, True)):
        request = rf.get("/admin/")
        request.user = person
        items = help_menu.menu_items_for_request(request)
        assert ("editor-guide" in [item.name for item in items]) is sees
        assert "backstage-help" in [item.name for item in items]


def test_the_start_of_editors_leads_to_the_sites_own_help(client, people, site):
    client.force_login(people.editor)
    start = client.get("/admin/").content.decode().partition("w-dashboard")[2]
    assert f'href="{reverse("backstage-help")}"' in start
    assert "guide.wagtail.org" not in start
