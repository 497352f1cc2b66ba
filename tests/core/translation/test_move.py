"""Where a Latvian page goes, its English page goes; both languages list pages in one order."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Page

from tests import world
from tests.core.translation.pages import add_latvian


def build(site):
    """Three pages side by side and one to move pages below, live in both languages."""
    titles = ("Pirmā", "Otrā", "Trešā", "Vieta")
    *site.siblings, site.place = pages = [world.standard_page(site.home, each) for each in titles]
    for page in pages:
        world.translated(page)
        page.refresh_from_db()
    add_latvian(site)


@pytest.fixture
def place(site):
    return site.place


@pytest.fixture
def siblings(site):
    return site.siblings


def in_the_explorer(latvian, place, backstage):
    backstage.post(reverse("wagtailadmin_pages:move_confirm", args=[latvian.pk, place.pk]))


def in_bulk(latvian, place, backstage):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    backstage.post(f"{address}?id={latvian.pk}", {"chooser": place.pk})


def by_code(latvian, place, backstage):
    latvian.move(place, pos="last-child")


def by_code_on_the_plain_page(latvian, place, backstage):
    Page.objects.get(pk=latvian.pk).move(place, pos="first-child")


WAYS = [in_the_explorer, in_bulk, by_code, by_code_on_the_plain_page]


@pytest.mark.parametrize("move", WAYS)
def test_it_moves_the_translation_with_its_source(latvian, place, backstage, visitor, move):
    assert visitor.get("/en/lapa/").status_code == 200
    move(latvian, place, backstage)
    assert visitor.get("/lv/vieta/lapa/").status_code == 200
    assert visitor.get("/en/vieta/lapa/").status_code == 200
    assert visitor.get("/en/lapa/").url == "/en/vieta/lapa/"


def test_it_moves_the_translations_of_pages_that_a_command_moves(latvian, place, visitor):
    world.translated(world.standard_page(latvian, "Apakša"))
    call_command("move_pages", latvian.pk, place.pk)
    assert visitor.get("/en/vieta/apaksa/").status_code == 200
    assert Page.find_problems() == ([], [], [], [], [])


def test_it_moves_the_translation_below_a_draft_when_the_place_is_not_translated(latvian, site):
    place = world.standard_page(site.home, "Cita vieta", slug="cita")
    latvian.move(place, pos="last-child")
    english = world.in_english(latvian)
    assert english.get_parent().translation_key == place.translation_key
    assert not english.get_parent().live


def test_it_leaves_the_source_when_its_translation_is_moved(latvian, place, visitor):
    world.in_english(latvian).move(world.in_english(place), pos="last-child")
    assert visitor.get("/lv/lapa/").status_code == 200


def english_order(site):
    titles = site.home.get_translation(site.english).get_children().values_list("title", flat=True)
    return [title for title in titles if title in ("PIRMĀ", "OTRĀ", "TREŠĀ")]


@pytest.mark.parametrize(
    ("moved", "position", "order"),
    [
        (2, 5, ["TREŠĀ", "PIRMĀ", "OTRĀ"]),
        (0, 7, ["OTRĀ", "TREŠĀ", "PIRMĀ"]),
        (0, 6, ["OTRĀ", "PIRMĀ", "TREŠĀ"]),
        (1, 99, ["PIRMĀ", "TREŠĀ", "OTRĀ"]),
    ],
)
def test_it_keeps_the_order_that_the_explorer_gives(
    site, siblings, backstage, moved, position, order
):
    address = reverse("wagtailadmin_pages:set_page_position", args=[siblings[moved].pk])
    response = backstage.post(f"{address}?position={position}")
    assert response.status_code == 200
    assert english_order(site) == order


def test_it_keeps_the_order_that_code_gives(site, siblings):
    first, _second, third = siblings
    third.move(Page.objects.get(pk=first.pk), pos="left")
    assert english_order(site) == ["TREŠĀ", "PIRMĀ", "OTRĀ"]


def test_it_keeps_the_order_around_a_page_that_has_no_translation(site, siblings):
    first, second, third = siblings
    world.in_english(second).delete()
    third.move(Page.objects.get(pk=second.pk), pos="left")
    assert english_order(site) == ["PIRMĀ", "TREŠĀ"]
    third.refresh_from_db()
    third.move(Page.objects.get(pk=first.pk), pos="left")
    assert english_order(site) == ["TREŠĀ", "PIRMĀ"]
