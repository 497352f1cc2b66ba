import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from communities.models import CommunityPage
from communities.models.community import CommunityFact
from tests import cards, world


def build(site):
    """Four communities, made in another order than the alphabet's."""
    titles = ["Žīguru pagasts", "Zaubes pagasts", "Ādažu pagasts", "Čornajas pagasts"]
    site.parishes = {title[0]: world.community(site.index, title) for title in titles}


@pytest.fixture
def parishes(site):
    return site.parishes


ALPHABETICAL = ["Ādažu pagasts", "Čornajas pagasts", "Zaubes pagasts", "Žīguru pagasts"]


@pytest.mark.parametrize("address", ["/lv/", "/lv/kopienas/"])
def test_communities_stand_in_latvian_alphabetical_order(parishes, address):
    listed = Client().get(address).context["communities"]
    assert [page.title for page in listed] == ALPHABETICAL


def test_a_renamed_community_takes_its_new_place(parishes, site):
    page = parishes["Ž"]
    page.title = "Alūksnes pagasts"
    page.save_revision().publish()
    listed = Client().get("/lv/kopienas/").context["communities"]
    assert [page.title for page in listed] == ["Alūksnes pagasts", *ALPHABETICAL[:3]]


def neighbours(page):
    sections = Client().get(page.url).context["sections"].side
    [content] = [content for template, content in sections if template.endswith("map.html")]
    return [each.title for each in content["neighbours"]]


def test_neighbours_are_each_others_though_one_side_says_it(parishes):
    page = parishes["Z"]
    page.neighbours.set([parishes["Ž"], parishes["Ā"]])
    page.save_revision().publish()
    assert neighbours(page) == ["Ādažu pagasts", "Žīguru pagasts"]
    assert neighbours(parishes["Ā"]) == ["Zaubes pagasts"]
    assert neighbours(parishes["Č"]) == []


def test_neighbours_are_shown_in_the_language_of_the_page(parishes):
    page = parishes["Z"]
    page.neighbours.set([parishes["Ž"], parishes["Ā"]])
    page.save_revision().publish()
    english = [world.translated(parishes[letter]) for letter in "ZŽ"]
    assert neighbours(english[0]) == ["ŽĪGURU PAGASTS"]
    assert neighbours(english[1]) == ["ZAUBES PAGASTS"]


def test_a_community_shows_its_own_news_alone(parishes, site):
    world.article(parishes["Z"], "Vecāka", date="2026-09-01")
    world.article(parishes["Z"], "Jaunāka", date="2026-10-01")
    world.article(parishes["Ž"], "Cita")
    sections = dict(Client().get(parishes["Z"].url).context["sections"].main)
    news = sections["communities/sections/news.html"]["news"]
    assert cards.titles(news) == ["Jaunāka", "Vecāka"]


def test_a_community_shows_its_facts_in_order(parishes):
    page = parishes["Z"]
    facts = [("Platība", "100"), ("Ļaudis", "7")]
    page.facts = [CommunityFact(label=label, value=value) for label, value in facts]
    page.save_revision().publish()
    assert [str(fact) for fact in CommunityPage.objects.get(pk=page.pk).fact_list] == [
        "Platība: 100",
        "Ļaudis: 7",
    ]
    assert "Platība" in Client().get(page.url).content.decode()


@pytest.mark.parametrize(("latitude", "is_valid"), [("57.17", True), ("26.75", False)])
def test_a_centre_lies_in_latvia(site, latitude, is_valid):
    page = world.community(site.index, "Tirzas pagasts")
    page.latitude, page.longitude = latitude, "26.75"
    if is_valid:
        page.full_clean()
    else:
        with pytest.raises(ValidationError, match="latitude"):
            page.full_clean()
