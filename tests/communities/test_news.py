import pytest
from django.test import Client

from tests import cards, world
from tests.growth import add_copies


@pytest.fixture
def news(site):
    """News of the municipality and of a community, 24 in all."""
    parish = world.community(site.index, "Tirzas pagasts")
    for place in (parish, site.news):
        add_copies(world.article(place, "Ziņa", date="2026-10-30"), 11)


def shown(address):
    return cards.titles(Client().get(address).context["news"])


def test_news_of_all_places_stand_newest_first_on_pages(news):
    pages = [Client().get(f"/lv/jaunumi/?page={number}").context["news"] for number in (1, 2)]
    assert [len(page) for page in pages] == [20, 4]
    dates = [day for page in pages for day in cards.days(page)]
    assert dates == sorted(dates, reverse=True)
    assert set(cards.places(pages[0])) == {"Tirzas pagasts", "Viss novads"}


@pytest.mark.parametrize(("asked", "given"), [("3", 2), ("0", 2), ("", 1), ("x", 1), ("-1", 2)])
def test_a_page_that_is_not_there_is_the_nearest(news, asked, given):
    assert Client().get(f"/lv/jaunumi/?page={asked}").context["articles"].number == given


def test_news_of_one_day_stand_latest_first(site):
    for title in ("Rīts", "Diena", "Vakars"):
        world.article(site.news, title, date="2026-10-01")
    assert shown("/lv/jaunumi/") == ["Vakars", "Diena", "Rīts"]


def test_news_are_told_in_the_language_of_the_page(site):
    world.article(site.news, "Tikai latviski")
    world.translated(world.article(site.news, "Abās"))
    assert shown("/en/news/") == ["ABĀS"]


def test_an_article_tells_where_its_facts_come_from(site):
    page = world.article(
        site.news, "Ziņa", source_name="Avīze", source_url="https://avize.example/1"
    )
    html = Client().get(page.url).content.decode()
    assert 'href="https://avize.example/1"' in html
    assert "Avīze" in html
