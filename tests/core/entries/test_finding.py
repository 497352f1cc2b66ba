"""Finding what of the pages a reader may read, from the exact words to those near to them."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from core.entries import finding
from core.entries.finding import find, open_entries
from core.entries.sought import sought_of
from core.models import SearchEntry
from core.visit import visit_of
from tests import world


def build(site):
    texts = {"Bibliotēkas diena": "Lasīsim kopā.", "Lasītāju klubs": "Tiekamies bibliotēkā."}
    for title, text in texts.items():
        world.standard_page(site.home, title, body=[("text", f"<p>{text}</p>")])
    site.closed = world.standard_page(site.home, "Bibliotēkas atslēgas", audience="leaders")
    site.english = world.translated(world.standard_page(site.home, "Sporta zāle"))


def found(typed, person=None, language="lv", **said):
    visit = _visit(person)
    entries = open_entries(visit, language)
    return find(entries, sought_of(typed), now=visit.now, **said)


def _visit(person):
    request = RequestFactory().get("/")
    request.user = person or AnonymousUser()
    return visit_of(request)


def titles(found) -> list[str]:
    stored = SearchEntry.objects.in_bulk([one.pk for one in found.candidates])
    return [stored[one.pk].title for one in found.candidates]


def test_what_has_the_word_in_its_title_comes_first(site):
    assert titles(found("bibliotēka")) == ["Bibliotēkas diena", "Lasītāju klubs"]
    assert titles(found("lasītājs bibliotēkā")) == ["Lasītāju klubs"]


def test_nobody_finds_what_they_may_not_read(site, people):
    assert titles(found("atslēga")) == []
    assert titles(found("atslēga", people.editor)) == ["Bibliotēkas atslēgas"]


def test_each_language_finds_its_own(site):
    assert titles(found("sports")) == ["Sporta zāle"]
    assert titles(found("sports", language="en")) == ["SPORTA ZĀLE"]


@pytest.mark.parametrize("typed", ["bibliteka", "biblioteeka", "bibliotkea", "bibliatekas"])
def test_one_typing_error_is_forgiven(site, typed):
    answer = found(typed)
    assert titles(answer) == ["Bibliotēkas diena", "Lasītāju klubs"]
    assert answer.is_near


def test_a_word_that_is_nowhere_may_be_left_out(site):
    answer = found("bibliotēka kvantu")
    assert answer.is_near and titles(answer) == ["Bibliotēkas diena", "Lasītāju klubs"]
    assert titles(found("kvantu hromodinamika")) == []


def test_titles_are_not_lost_among_many(site, monkeypatch):
    monkeypatch.setattr(finding, "MOST_FOUND", 1)
    answer = found("bibliotēka")
    assert answer.has_more and titles(answer) == ["Bibliotēkas diena"]


def test_many_rows_take_no_more_queries(site, django_assert_num_queries):
    visit = _visit(None)
    with django_assert_num_queries(2):
        find(open_entries(visit, "lv"), sought_of("bibliotēka"), now=visit.now)
