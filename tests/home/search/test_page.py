"""The page of the search: what it shows to whom, and that any words have an answer."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from core.entries.actions import keep_missing
from core.models import SearchEntry
from home.search import limits
from home.search.models import PinnedPage, SearchedWords, Synonyms
from members.actions import change_profile
from tests import world
from tests.events import making as making_events
from tests.forum import making
from tests.growth import add_copies, queries_of
from tests.search import hostile


def build(site):
    limits.forget()
    site.parish = world.community(site.index, "Tirzas pagasts", slug="tirza", summary="Pie upes.")
    site.other = world.community(site.index, "Lizuma pagasts", slug="lizums")
    body = [("text", "<p>Rudenī visi kopā slaukām ielas un krāsojam soliņus pie ezera.</p>")]
    site.article = world.article(site.parish, "Talka pagastā", summary="Nāciet!", body=body)
    site.closed = world.article(site.parish, "Slēgtā talka", audience="leaders")
    site.event = making_events.event(site.parish, "Talkas vakars", slug="talkas-vakars")
    site.english = world.translated(site.article)
    site.topic = making.topic(
        making.section(making.forum(site), "Runas"), "Kad būs talka?", text="Ņemšu grābekli."
    )
    site.anna = world.person("anna@example.test")
    change_profile(person=site.anna, changes={"display_name": "Anna Talka", "is_public": True})


def address(language="lv", name="search", **parameters) -> str:
    with override(language):
        return f"{reverse(name)}?{urlencode(parameters)}"


def asked(typed, person=None, language="lv", **parameters):
    browser = Client()
    if person:
        browser.force_login(person)
    response = browser.get(address(language, q=typed, **parameters))
    assert response.status_code == 200
    return response


def titles(response) -> list[str]:
    return ["".join(words for words, _ in row.title) for row in response.context["results"].rows]


def test_it_shows_pages_talk_and_people_with_the_words_marked(site):
    page = asked("talkas")
    assert set(titles(page)) == {"Talka pagastā", "Talkas vakars"}
    words = page.content.decode()
    assert "<mark>Talka</mark> pagastā" in words
    assert "Kad būs talka?" in words
    assert "Anna <mark>Talka</mark>" in words
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in page.headers["Cache-Control"]


def test_the_place_in_the_text_is_shown_where_the_word_stands_only_there(site):
    assert "krāsojam <mark>soliņus</mark> pie" in asked("soliņš").content.decode()


def test_nobody_finds_what_they_may_not_read(site, people):
    assert "Slēgtā talka" not in titles(asked("slēgtā talka"))
    assert "Slēgtā talka" not in titles(asked("slēgtā", people.resident))
    assert titles(asked("slēgtā talka", people.editor))[0] == "Slēgtā talka"
    change_profile(person=site.anna, changes={"is_public": False})
    assert "Anna" not in asked("talka").content.decode()


def test_it_shows_one_group_and_counts_the_others(site):
    page = asked("talka", group="event")
    assert titles(page) == ["Talkas vakars"]
    counts = {group["name"]: group["count"] for group in page.context["groups"]}
    assert sorted(counts.values()) == [1, 1, 1, 1]
    assert "Anna <mark>Talka</mark>" in asked("talka", group="people").content.decode()
    assert "Kad būs" in asked("talka", group="talk").content.decode()


def test_it_keeps_to_a_community_and_to_a_time(site):
    assert titles(asked("talka", community="lizums")) == []
    assert "Talka pagastā" in titles(asked("talka", community="tirza"))
    old = timezone.localdate() - timedelta(400)
    SearchEntry.objects.filter(page=site.article).update(day=old)
    assert "Talka pagastā" not in titles(asked("talka", period="year"))
    assert titles(asked("talka", period="coming")) == ["Talkas vakars"]


def test_what_lies_in_the_own_community_comes_first(site):
    world.article(site.other, "Talka pagastā", date=site.article.date)
    for parish in (site.parish, site.other):
        person = site.anna
        change_profile(person=person, changes={"home_key": parish.translation_key})
        rows = asked("talka pagastā", person).context["results"].rows
        assert rows[0].community.title == parish.title


def test_english_is_searched_in_english(site):
    assert titles(asked("talka", language="en")) == ["TALKA PAGASTĀ"]


def test_an_editors_page_stands_before_all(site):
    PinnedPage.objects.create(terms="grābeklis\nlapu grābšana", page=site.parish)
    assert asked("grābekļi").context["results"].pinned == [
        ("Tirzas pagasts", site.parish.url_path, "Pie upes.")
    ]
    assert asked("lapu").context["results"].pinned == []
    Synonyms.objects.create(terms="talka\nlapu grābšana")
    assert "Talka pagastā" in titles(asked("lapu grābšanā"))


def test_nothing_found_is_not_the_end(site):
    page = asked("kvantu hromodinamika").content.decode()
    assert address(q="kvantu") in page and address(q="hromodinamika") in page
    assert "/lv/kopienas/" in page


@pytest.mark.parametrize("typed", ["", "un", '"', "*", "NEAR(a b)", "a:b", "\0", "x" * 5000, "😀"])
def test_any_words_have_an_answer(site, typed):
    assert asked(typed, group="nowhere", period="?", community="-", page="-7")


def test_hostile_words_break_nothing(site):
    for typed in hostile.queries(90):
        asked(typed.encode("utf-8", "surrogatepass"))


def test_only_get_is_answered(site, client):
    for name in ("search", "search-suggestions"):
        assert client.post(address(name=name)).status_code == 405


def test_pages_are_suggested_while_one_types(site, client):
    words = client.get(address(name="search-suggestions", q="talk")).content.decode()
    assert site.article.url_path in words and "Slēgtā" not in words
    assert client.get(address(name="search-suggestions", q="ta")).content.strip() == b""


def test_many_searches_of_a_stranger_have_to_wait(site, monkeypatch, people):
    limits.forget()
    monkeypatch.setattr(limits, "SEARCHES", 2)
    monkeypatch.setattr(limits, "SUGGESTIONS", 0)
    browser = Client(REMOTE_ADDR="192.0.2.7")
    codes = [browser.get(address(q="talka")).status_code for _ in range(3)]
    assert codes == [200, 200, 429]
    assert browser.get(address(name="search-suggestions", q="talka")).content.strip() == b""
    browser.force_login(people.resident)
    assert browser.get(address(q="talka")).status_code == 200
    limits.forget()


def test_searches_are_counted_without_persons(site):
    asked("Talka")
    asked("talka  ")
    asked("talka", group="news")
    asked("nekas tāds nav")
    asked("anna@example.test")
    rows = SearchedWords.objects.order_by("words").values_list("words", "times", "times_missed")
    assert list(rows) == [("nekas tāds nav", 1, 1), ("talka", 2, 0)]


def test_more_pages_take_no_more_queries(site):
    where = address(q="talka")
    before = queries_of(where)
    add_copies(site.article, 20)
    assert keep_missing(most=100) == 40
    assert len(queries_of(where)) == len(before)
