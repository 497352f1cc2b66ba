import pytest
from django.test import Client

from communities.models import ArticlePage
from core.models import Audience
from home.views import COOKIE
from tests import cards, world
from tests.growth import MOST_QUERIES, add_copies, queries_of

ADDRESS = "/lv/tuvuma/"


def build(site):
    """Tirza with its neighbour Lizums, and Litene far off; each with news."""
    site.tirza = world.community(site.index, "Tirzas pagasts", slug="tirza")
    site.lizums = world.community(site.index, "Lizuma pagasts", slug="lizums")
    site.litene = world.community(site.index, "Litenes pagasts", slug="litene")
    site.tirza.neighbours.add(site.lizums)
    site.tirza.save_revision().publish()
    for page in (site.tirza, site.lizums, site.litene, site.news):
        world.article(page, f"Ziņa: {page.title}", slug="zina")


@pytest.fixture
def places(site):
    return site


def news(response):
    return set(cards.titles(response.context["news"]))


def test_it_offers_the_choice_at_first(places):
    response = Client().get(ADDRESS)
    assert response.status_code == 200
    assert '<option value="tirza">Tirzas pagasts</option>' in response.content.decode()
    assert not response.context["news"]


def test_it_shows_the_community_its_neighbours_and_the_municipality(places):
    response = Client().get(ADDRESS, {"kopiena": "tirza"})
    assert news(response) == {"Ziņa: Tirzas pagasts", "Ziņa: Lizuma pagasts", "Ziņa: Jaunumi"}


def test_the_choice_is_kept_on_the_device_and_forgotten_when_asked(places):
    browser = Client()
    answer = browser.post(ADDRESS, {"kopiena": "tirza"})
    assert (answer.status_code, answer.url) == (302, ADDRESS)
    assert browser.cookies[COOKIE]["samesite"] == "Lax"
    assert browser.get(ADDRESS).context["is_remembered"]
    browser.post(ADDRESS, {"kopiena": ""})
    assert not browser.get(ADDRESS).context["card"]


def test_the_choice_holds_in_both_languages(places):
    world.translated(places.tirza)
    browser = Client()
    browser.post(ADDRESS, {"kopiena": "tirza"})
    assert browser.get("/en/nearby/").context["card"].title == "TIRZAS PAGASTS"


@pytest.mark.parametrize("slug", ["nav", "<script>", "a" * 3000, "tirza\x00"])
def test_an_unknown_community_is_refused_kindly(places, slug):
    response = Client().get(ADDRESS, {"kopiena": slug})
    assert response.status_code == 200
    assert "Tādas kopienas nav" in response.content.decode()
    assert Client().post(ADDRESS, {"kopiena": slug}).cookies[COOKIE].value == ""


def test_a_closed_community_is_unknown_to_strangers(places, people):
    places.tirza.audience = Audience.SIGNED_IN
    places.tirza.save_revision().publish()
    assert not Client().get(ADDRESS, {"kopiena": "tirza"}).context["card"]


def test_the_part_is_the_list_alone(places):
    browser = Client()
    browser.cookies[COOKIE] = "tirza"
    html = browser.get(ADDRESS, {"part": ""}).content.decode()
    assert "Ziņa: Lizuma pagasts" in html and "<html" not in html
    assert Client().get(ADDRESS, {"part": ""}).content.strip() == b""


def test_it_is_kept_nowhere(places):
    answer = Client().get(ADDRESS, {"kopiena": "tirza"})
    assert "no-store" in answer.headers["Cache-Control"]


def test_remembering_needs_the_token_of_the_form(places):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(ADDRESS, {"kopiena": "tirza"}).status_code == 403


def test_other_methods_are_refused(places):
    assert Client().put(ADDRESS).status_code == 405


def test_it_asks_the_same_with_more_communities_and_news(places):
    address = f"{ADDRESS}?kopiena=tirza"
    before = len(queries_of(address))
    add_copies(places.litene, 10)
    add_copies(ArticlePage.objects.child_of(places.tirza).get(), 10)
    assert len(queries_of(address)) == before <= MOST_QUERIES
