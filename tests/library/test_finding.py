import re

import pytest
from django.utils import timezone

from library.actions import read_document
from library.models import By, Facet, FacetValue, OfferedFacet
from tests import world
from tests.library import making

pytestmark = pytest.mark.django_db


def build(site):
    site.library = making.library(site)
    site.parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    site.minutes = making.document("protokols.txt", "Sēdē runāja par ielu apgaismojumu.")
    read_document(document_id=site.minutes.pk, now=timezone.now())
    making.resource(
        site.library, "Darbnīcas ceļvedis", topics=["Darbnīcas"], year=2023, level="beginner",
        body=[("text", "<p>Darba kārtība trīs stundām.</p>")],
    )  # fmt: skip
    site.template = making.resource(
        site.library, "Protokola veidne", kind=making.kind("veidne"), topics=["Sapulces"],
        files=[site.minutes], year=2024, communities=[site.parish],
    )  # fmt: skip
    making.resource(
        site.library, "Budžeta veidne", kind=making.kind("veidne"), topics=["Budžets"], year=2024,
        language="en",
    )  # fmt: skip
    making.resource(
        site.library, "Līderu saruna", topics=["Sapulces"], audience="leaders", year=1999
    )
    read_document(document_id=site.minutes.pk, now=timezone.now())


TITLES = re.compile(r'class="card__title"><a href="[^"]+">([^<]+)<')
COUNTS = re.compile(r'value="([a-z-]+:[a-z0-9-]+)"[^>]*> <label[^>]*>[^<]*<span[^>]*>\((\d+)\)')


def html(client, query="") -> str:
    answer = client.get(f"/lv/kratuve/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def titles(client, query="") -> list[str]:
    return TITLES.findall(html(client, query))


def counts(client, query="") -> dict[str, int]:
    return {value: int(count) for value, count in COUNTS.findall(html(client, query))}


def test_the_newest_stand_first_and_titles_in_latvian_order(site, client):
    assert titles(client) == ["Budžeta veidne", "Protokola veidne", "Darbnīcas ceļvedis"]
    by_title = ["Budžeta veidne", "Darbnīcas ceļvedis", "Protokola veidne"]
    assert titles(client, "?sort=title") == by_title


def test_choices_narrow_and_are_counted(site, client):
    assert titles(client, "?f=kind:veidne&f=topic:sapulces") == ["Protokola veidne"]
    found = counts(client)
    assert found["kind:veidne"] == 2 and found["kind:celvedis"] == 1 and found["year:2024"] == 2
    assert found["topic:sapulces"] == 1 and "year:1999" not in found
    assert found["language:en"] == 1 and found["language:lv"] == 2
    beside = counts(client, "?f=kind:veidne")
    assert beside["kind:celvedis"] == 1 and "topic:darbnicas" not in beside


def test_leaders_count_what_is_theirs(site, client):
    client.force_login(world.leader(site.parish))
    found = counts(client)
    assert found["topic:sapulces"] == 2 and found["audience:leaders"] == 1
    assert "Līderu saruna" in titles(client, "?f=audience:leaders")


def test_what_is_chosen_can_be_left_out_again(site, client):
    text = html(client, "?q=veidne&f=kind:veidne")
    assert 'href="?f=kind:veidne" rel="nofollow"' in text
    assert 'href="?q=veidne" rel="nofollow"' in text


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("veidnes", ["Budžeta veidne", "Protokola veidne"]),
        ("budzetam", ["Budžeta veidne"]),
        ("stundas", ["Darbnīcas ceļvedis"]),
        ("apgaismojums", ["Protokola veidne"]),
        ("sapulce", ["Protokola veidne"]),
        ("līderu", []),
    ],
)
def test_words_find_in_any_form_also_inside_files(site, client, words, found):
    assert titles(client, f"?q={words}") == found


def test_the_place_of_a_find_is_shown(site, client):
    assert "<mark>apgaismojumu</mark>" in html(client, "?q=apgaismojums")
    assert "protokols" in html(client, "?q=apgaismojums")
    assert "<mark>stundām</mark>" in html(client, "?q=stundas")


def test_documents_in_the_text_of_a_page_are_searched_too(site, client):
    paper = making.document("pielikums.txt", "Par zirgaudzētavu.")
    blocks = {"heading": "", "documents": [{"document": paper, "title": "Pielikums"}]}
    making.resource(site.library, "Ar pielikumu", body=[("documents", blocks)])
    read_document(document_id=paper.pk, now=timezone.now())
    assert titles(client, "?q=zirgaudzētava") == ["Ar pielikumu"]


def test_words_in_the_title_go_before_words_in_the_text(site, client):
    making.resource(site.library, "Cits", body=[("text", "<p>Ceļvedis un darbnīcas.</p>")])
    assert titles(client, "?q=darbnīcas ceļvedis") == ["Darbnīcas ceļvedis", "Cits"]
    assert titles(client, "?q=darbnīcas ceļvedis&sort=newest")[0] == "Cits"


def test_nothing_found_still_leads_somewhere(site, client):
    text = html(client, "?f=kind:celvedis&f=topic:sapulces")
    assert 'href="?f=topic:sapulces"' in text and 'href="?f=kind:celvedis"' in text
    assert "Budžets (1)" in html(client, "?q=budžetts")


@pytest.mark.parametrize("query", ["?q=%00%22'*:NEAR(", "?f=x&page=999&sort=zz", "?q=&f=kind:nav"])
def test_nothing_that_is_typed_is_an_error(site, client, query):
    html(client, query)


def test_editors_say_by_what_is_chosen(site, client):
    facet = Facet.objects.create(name_lv="Apjoms", name_en="Size", slug="apjoms")
    small = FacetValue.objects.create(facet=facet, name_lv="Mazs", name_en="Small", slug="mazs")
    large = FacetValue.objects.create(facet=facet, name_lv="Liels", name_en="Large", slug="liels")
    for page, value in ((site.template, small), (making.resource(site.library, "Liela"), large)):
        page.marks = [value]
        page.save_revision().publish()
    site.library.facets = [
        OfferedFacet(by=By.OWN, own=facet, heading="Cik liels", locale=site.library.locale),
        OfferedFacet(by=By.KIND, locale=site.library.locale),
    ]
    site.library.save_revision().publish()
    text = html(client)
    assert "<legend>Cik liels</legend>" in text and "<legend>" in text.split("Cik liels")[1]
    assert 'value="year:' not in text
    assert counts(client)["own-apjoms:mazs"] == 1
    assert titles(client, "?f=own-apjoms:mazs") == ["Protokola veidne"]


def test_one_choice_is_kept_and_several_are_not_mixed_up(site, client):
    for _again in range(2):
        assert titles(client, "?f=kind:celvedis") == ["Darbnīcas ceļvedis"]
        assert titles(client, "?f=kind:celvedis&f=kind:veidne") != ["Darbnīcas ceļvedis"]
        assert titles(client, "?q=budžets") == ["Budžeta veidne"]
        assert len(titles(client)) == 3
