import pytest
from django.contrib.auth.models import AnonymousUser, Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html

from core.models import Audience
from home.models import StandardPage
from tests import world


def audience_of(page):
    return StandardPage.objects.values_list("audience", flat=True).get(pk=page.pk)


def test_the_narrowest_circle_wins():
    assert Audience.narrowest("everyone", "leaders", "signed_in") == "leaders"
    assert Audience.narrowest("everyone", "signed_in") == "signed_in"


def test_it_knows_which_circles_are_wider():
    assert Audience.wider_than("everyone") == []
    assert Audience.wider_than("leaders") == ["everyone", "signed_in"]


def test_the_leaders_circle_is_whoever_may_enter_the_backstage(people):
    leader = world.person("lidere@example.test")
    assert Audience.LEADERS not in Audience.open_to(leader)
    group = Group.objects.create(name="Tirzas pagasts")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    leader.groups.add(group)
    leader = type(leader).objects.get(pk=leader.pk)
    assert Audience.open_to(leader) == Audience.open_to(people.admin) == list(Audience)


def test_somebody_whose_account_is_closed_is_in_no_circle_but_the_widest(people):
    people.editor.is_active = False
    people.editor.save()
    assert Audience.LEADERS not in Audience.open_to(people.editor)


@pytest.mark.parametrize("user", [None, AnonymousUser()])
def test_strangers_are_everyone(user):
    assert Audience.open_to(user) == ["everyone"]


def build(site):
    """A page, the page below it and the one below that, live in both languages."""
    pages = [site.home]
    for title in ("Augša", "Vidus", "Apakša"):
        pages.append(world.standard_page(pages[-1], title))
        world.translated(pages[-1])
    site.family = [StandardPage.objects.get(pk=page.pk) for page in pages[1:]]


@pytest.fixture
def family(site):
    return site.family


def both_languages(pages):
    return [*pages, *(world.in_english(page) for page in pages)]


def in_the_editor(page, audience, people):
    browser = Client()
    browser.force_login(people.editor)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = querydict_from_html(browser.get(address).content.decode(), "page-edit-form")
    # The text is put into the form by a script, so it is left out of it here.
    form["body-count"] = "0"
    form["audience"] = audience
    form["action-publish"] = "action-publish"
    assert browser.post(address, form).status_code == 302


def by_publishing(page, audience, people):
    page.audience = audience
    page.save_revision().publish()


def by_saving(page, audience, people):
    page.audience = audience
    page.save()


@pytest.mark.parametrize("restrict", [in_the_editor, by_publishing, by_saving])
def test_tightening_reaches_everything_below_in_both_languages(family, people, restrict):
    restrict(family[0], "leaders", people)
    assert {audience_of(page) for page in both_languages(family)} == {"leaders"}
    assert Client().get("/en/augsa/vidus/apaksa/").status_code == 302


def test_tightening_leaves_what_is_narrower_already(family, people):
    by_saving(family[2], "leaders", people)
    by_saving(family[0], "signed_in", people)
    assert [audience_of(page) for page in family] == ["signed_in", "signed_in", "leaders"]


def test_tightening_leaves_what_lies_elsewhere(site, family, people):
    elsewhere = world.standard_page(site.home, "Citur")
    by_saving(family[0], "leaders", people)
    assert audience_of(elsewhere) == "everyone"


def test_widening_does_not_open_what_lies_below(family, people):
    by_saving(family[0], "leaders", people)
    by_saving(family[0], "everyone", people)
    audiences = [audience_of(page) for page in both_languages(family)]
    assert audiences == ["everyone", "leaders", "leaders"] * 2


@pytest.mark.parametrize("restrict", [by_publishing, by_saving])
def test_a_page_is_never_wider_than_the_page_above(family, people, restrict):
    by_saving(family[0], "signed_in", people)
    below = StandardPage.objects.get(pk=family[1].pk)
    restrict(below, "everyone", people)
    assert audience_of(below) == "signed_in"
    restrict(below, "leaders", people)
    assert audience_of(below) == "leaders"


def test_a_new_page_is_never_wider_than_the_page_above(family, people):
    by_saving(family[0], "leaders", people)
    page = world.standard_page(family[0], "Jauna")
    assert audience_of(page) == "leaders"
    assert audience_of(world.in_english(page)) == "leaders"


@pytest.mark.parametrize("restrict", [by_publishing, by_saving])
def test_a_translation_is_never_wider_than_its_source(family, people, restrict):
    by_saving(family[0], "leaders", people)
    english = world.in_english(family[0])
    restrict(english, "everyone", people)
    assert audience_of(english) == "leaders"


def test_a_translation_made_by_hand_is_never_wider_than_its_source(family, site, people):
    by_saving(family[2], "leaders", people)
    world.in_english(family[2]).delete()
    english = family[2].copy_for_translation(site.english)
    english.audience = "everyone"
    english.save()
    assert audience_of(english) == "leaders"


@pytest.mark.parametrize("language", ["lv", "en"])
def test_an_old_draft_does_not_widen_a_page(family, people, language):
    below = family[1] if language == "lv" else world.in_english(family[1])
    old_draft = below.get_latest_revision()
    by_saving(family[0], "leaders", people)
    old_draft.publish()
    assert audience_of(below) == "leaders"


@pytest.mark.parametrize("audience", ["signed_in", "leaders"])
def test_moving_below_a_closed_page_narrows_both_languages(site, family, audience):
    closed = world.standard_page(site.home, "Slēgta", slug="slegta", audience=audience)
    world.translated(closed)
    Page.objects.get(pk=family[1].pk).move(closed, pos="last-child")
    assert {audience_of(page) for page in both_languages(family[1:])} == {audience}
    assert {audience_of(page) for page in both_languages(family[:1])} == {"everyone"}
    assert Client().get("/en/slegta/vidus/apaksa/").status_code == 302


def test_moving_a_narrow_page_below_an_open_one_does_not_open_it(site, family, people):
    by_saving(family[2], "leaders", people)
    family[2].refresh_from_db()
    family[2].move(site.home, pos="last-child")
    assert {audience_of(page) for page in both_languages(family[2:])} == {"leaders"}
