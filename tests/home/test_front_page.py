import pytest
from django.test import Client

from core.models import Audience
from home.models import Highlight
from tests import cards, world


def front(language="lv"):
    return Client().get(f"/{language}/").context


def titles(pages):
    return [page.title for page in pages]


def choose(home, *pages):
    """Let an editor say what matters now, in this order."""
    home.highlights = [Highlight(page=page, sort_order=place) for place, page in enumerate(pages)]
    home.save_revision().publish()


@pytest.fixture
def parish(site):
    return world.community(site.index, "Tirzas pagasts")


def test_the_newest_news_of_its_language_stand_newest_first(site, parish):
    for day in range(1, 9):
        world.article(parish, f"Ziņa {day}", date=f"2026-10-0{day}")
    world.translated(world.article(parish, "Jaunums", date="2026-10-30"))
    assert cards.titles(front()["news"]) == ["Jaunums", *(f"Ziņa {day}" for day in "87654")]
    assert cards.places(front()["news"])[0] == "Tirzas pagasts"
    assert cards.titles(front("en")["news"]) == ["JAUNUMS"]


def test_what_editors_chose_stands_first_in_their_order(site, parish):
    talks = world.standard_page(site.home, "Sarunas", slug="sarunas")
    news = world.article(parish, "Talka", slug="talka")
    choose(site.home, news, talks)
    assert titles(front()["highlights"]) == ["Talka", "Sarunas"]
    assert cards.titles(front()["news"]) == []


def test_english_readers_see_the_same_choice_where_it_is_translated(site, parish):
    talks = world.standard_page(site.home, "Sarunas", slug="sarunas")
    news = world.article(parish, "Talka", slug="talka")
    world.translated(talks)
    choose(site.home, news, talks)
    assert titles(front("en")["highlights"]) == ["SARUNAS"]


def test_without_a_choice_the_latest_of_the_whole_municipality_matters(site, parish):
    for day in range(1, 5):
        world.article(site.news, f"Ziņa {day}", date=f"2026-10-0{day}")
    world.article(parish, "Sava", date="2026-10-30")
    assert titles(front()["highlights"]) == ["Ziņa 4", "Ziņa 3", "Ziņa 2"]
    assert cards.titles(front()["news"]) == ["Sava", "Ziņa 1"]


def test_a_closed_choice_is_not_told(site):
    page = world.standard_page(site.home, "Telpa", slug="telpa", audience=Audience.LEADERS)
    choose(site.home, page)
    assert "Telpa" not in titles(front()["highlights"])


def test_another_choice_shows_at_the_next_request(site, parish):
    one, other = (world.article(parish, title, slug=title) for title in ("viens", "divi"))
    choose(site.home, one)
    front()
    choose(site.home, other)
    assert titles(front()["highlights"]) == ["divi"]
