"""What editors learn of searches, and when it is forgotten."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from home.search.actions import count_search, forget_searches
from home.search.models import PinnedPage, SearchedWords, Synonyms
from home.search.telling import tellable

NOW = timezone.now()


def search(typed, times=1, is_found=True, now=NOW):
    for _ in range(times):
        count_search(typed=typed, language="lv", is_found=is_found, now=now)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Talka  Tirzā", "talka tirzā"),
        ("anna@example.test", ""),
        ("+371 29 123 456", ""),
        ("010190-12345", ""),
        ("https://example.test/abc", ""),
        ("es gribu jums pastāstīt visu par savu kaimiņu Jāni", ""),
        ("a" * 81, ""),
        ("2. forums 2024", "2. forums 2024"),
        ("500 EUR", "500 eur"),
        ("...", ""),
        ("ta\u202elka", ""),
    ],
)
def test_only_words_that_are_of_nobody_are_told(typed, told):
    assert tellable(typed) == told


def test_editors_see_what_several_searched_for(site, people, client):
    search("talka", 4)
    search("peldbaseins", 3, is_found=False)
    search("kaimiņš jānis", 2, is_found=False)
    client.force_login(people.editor)
    page = client.get(reverse("searched-words"))
    assert [row["words"] for row in page.context["often"]] == ["talka", "peldbaseins"]
    assert [row["words"] for row in page.context["missed"]] == ["peldbaseins"]
    assert "jānis" not in page.content.decode()
    client.force_login(people.resident)
    assert client.get(reverse("searched-words")).status_code in (302, 403)


def test_searches_are_forgotten_the_rare_ones_sooner(db):
    for days in (10, 40, 200):
        search("talka", 3, now=NOW - timedelta(days))
        search("reti", 1, now=NOW - timedelta(days))
    forget_searches(now=NOW)
    left = SearchedWords.objects.order_by("words", "day").values_list("words", "times")
    assert list(left) == [("reti", 1), ("talka", 3), ("talka", 3)]


def test_a_day_has_room_for_so_many_words(db, monkeypatch):
    monkeypatch.setattr("home.search.models.MOST_A_DAY", 2)
    for typed in ("viens", "divi", "trīs", "viens"):
        search(typed)
    rows = SearchedWords.objects.order_by("words").values_list("words", "times")
    assert list(rows) == [("divi", 1), ("viens", 2)]


@pytest.mark.parametrize("terms", ["", "talka", "talka\n!!!", "talka\n" + "x" * 61, "a\n" * 13])
def test_words_that_nobody_can_look_for_are_refused(terms):
    with pytest.raises(ValidationError):
        Synonyms(terms=terms).clean()


def test_terms_are_told_in_a_list(site):
    assert str(Synonyms(terms="talka\nsakopšana")) == "talka = sakopšana"
    assert str(PinnedPage(terms="talka", page=site.home)) == f"talka → {site.home.title}"
