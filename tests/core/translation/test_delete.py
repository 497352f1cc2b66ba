"""What is deleted in Latvian is deleted in English at once, whichever way it is deleted."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from tests import world
from tests.core.translation.pages import add_latvian

build = add_latvian


def in_the_editor(latvian, browser):
    browser.post(reverse("wagtailadmin_pages:delete", args=[latvian.pk]))


def in_bulk(latvian, browser):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    browser.post(f"{address}?id={latvian.pk}")


def by_code(latvian, browser):
    latvian.delete()


def by_code_on_the_plain_page(latvian, browser):
    Page.objects.get(pk=latvian.pk).delete()


def by_a_queryset(latvian, browser):
    Page.objects.filter(pk=latvian.pk).delete()


WAYS = [in_the_editor, in_bulk, by_code, by_code_on_the_plain_page, by_a_queryset]


@pytest.mark.parametrize("delete", WAYS)
def test_it_deletes_the_translation_with_its_source(latvian, backstage, visitor, delete):
    assert visitor.get("/en/lapa/").status_code == 200
    delete(latvian, backstage)
    assert not Page.objects.filter(translation_key=latvian.translation_key).exists()
    assert visitor.get("/en/lapa/").status_code == 404
    assert Page.find_problems() == ([], [], [], [], [])


@pytest.mark.parametrize("delete", WAYS)
def test_it_deletes_a_whole_branch_in_both_languages(latvian, backstage, client, people, delete):
    # Deleting a page together with what lies below it is a right of administrators.
    client.force_login(people.admin)
    below = world.standard_page(latvian, "Apakša")
    deepest = world.standard_page(below, "Pašā apakšā")
    world.translated(below)
    delete(Page.objects.get(pk=latvian.pk).specific, client)
    keys = [latvian.translation_key, below.translation_key, deepest.translation_key]
    assert not Page.objects.filter(translation_key__in=keys).exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_it_deletes_several_pages_at_once(site, backstage, visitor):
    pages = [world.standard_page(site.home, title) for title in ("Viena", "Otra")]
    for page in pages:
        world.translated(page)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    backstage.post(f"{address}?id={pages[0].pk}&id={pages[1].pk}")
    assert visitor.get("/en/viena/").status_code == 404
    assert visitor.get("/en/otra/").status_code == 404


def test_it_deletes_the_translation_of_a_page_that_lies_elsewhere(latvian, site):
    # An editor may have moved the translation; its key still ties it to its source.
    place = world.translated(world.standard_page(site.home, "Vieta"))
    world.in_english(latvian).move(place, pos="last-child")
    latvian.delete()
    assert not Page.objects.filter(translation_key=latvian.translation_key).exists()


def test_it_leaves_the_source_when_its_translation_is_deleted(latvian, visitor):
    world.in_english(latvian).delete()
    assert visitor.get("/lv/lapa/").status_code == 200


def test_it_drafts_a_deleted_translation_again_at_the_next_publication(latvian):
    world.in_english(latvian).delete()
    latvian.refresh_from_db()
    latvian.save_revision().publish()
    assert not world.in_english(latvian).live
