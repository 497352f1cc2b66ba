"""axe finds nothing, on any kind of page, in either language, theme and width."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from tests.journeys.looking import RULES, faults_in_both_themes, faults_shown_in_both_themes

PAGES = [
    "/lv/",
    "/en/",
    "/lv/kopienas/",
    "/en/communities/",
    "/lv/kopienas/tirza/",
    "/en/communities/tirza/",
    "/lv/jaunumi/",
    "/en/news/",
    "/lv/projekts/",
    "/en/project/",
    "/lv/kratuve/?f=kind:veidne",
    "/en/library/?q=agenda",
    "/lv/kratuve/?q=nav&f=kind:veidne",
    "/lv/kratuve/apkaimes-darbnica-soli-pa-solim/",
    "/en/library/a-neighbourhood-workshop-step-by-step/",
    "/lv/nav-tadas/",
    "/en/no-such/",
    "/lv/tuvuma/?kopiena=tirza",
    "/en/nearby/",
    "/lv/vietnes-karte/",
    "/en/site-map/",
    "/lv/pieklustamibas-pazinojums/",
    "/en/accessibility-statement/",
    "/styleguide/",
    "/vestules/",
]

VIEWS = ["", "?view=week", "?view=list", "?community=tirza&around=1"]
CALENDARS = [address + view for address in ("/lv/kalendars/", "/en/calendar/") for view in VIEWS]
TRIPS = [
    "/lv/kalendars/brauciens-pie-vidzemes-kopienam/",
    "/en/calendar/a-trip-to-communities-in-vidzeme/",
]
OPEN_ALL = "document.querySelectorAll('main details').forEach((each) => (each.open = true))"


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(page, base_url, complaints, width):
    page.set_viewport_size({"width": width, "height": 800})
    articles = []
    for path in ("/lv/kopienas/tirza/", "/en/communities/tirza/"):
        page.goto(path)
        articles.append(page.locator(".news-list a").first.get_attribute("href"))
    found = [fault for path in [*PAGES, *articles] for fault in faults_in_both_themes(page, path)]
    assert found == []
    # A page that is not there is announced in the console by the browser itself.
    assert [text for text in complaints if "404" not in text] == []


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_the_calendar_with_its_map_and_filters_open(
    page, base_url, complaints, width
):
    page.set_viewport_size({"width": width, "height": 800})
    found = []
    for path in [*CALENDARS, *TRIPS]:
        page.goto(path)
        page.evaluate(OPEN_ALL)
        found += faults_shown_in_both_themes(page, path)
    assert found == []
    assert complaints == []


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_the_calendars_of_ones_own_and_of_others(
    page, base_url, sign_in, width
):
    page.set_viewport_size({"width": width, "height": 800})
    sign_in("redaktore@kopa.test")
    own = []
    for language in ("lv", "en"):
        with override(language):
            own += [reverse("events:my-calendar"), reverse("events:propose")]
    found = [fault for path in own for fault in faults_in_both_themes(page, path)]
    # Around these words stands the frame of Wagtail, which is not ours.
    for name in ("index", "add"):
        path = reverse(f"outside-calendars:{name}")
        found += faults_in_both_themes(page, path, context="main", options=RULES)
    assert found == []
