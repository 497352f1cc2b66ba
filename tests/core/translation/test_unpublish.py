"""What leaves the site in Latvian leaves it in English at once, whichever way it is taken down."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from tests import world
from tests.core.translation.pages import add_latvian

build = add_latvian


def in_the_editor(latvian, backstage):
    backstage.post(reverse("wagtailadmin_pages:unpublish", args=[latvian.pk]))


def in_bulk(latvian, backstage):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    backstage.post(f"{address}?id={latvian.pk}")


def by_code(latvian, backstage):
    latvian.unpublish()


def by_code_on_the_plain_page(latvian, backstage):
    Page.objects.get(pk=latvian.pk).unpublish()


WAYS = [in_the_editor, in_bulk, by_code, by_code_on_the_plain_page]


@pytest.mark.parametrize("unpublish", WAYS)
def test_it_takes_the_translation_down_with_its_source(latvian, backstage, visitor, unpublish):
    assert visitor.get("/en/lapa/").status_code == 200
    unpublish(latvian, backstage)
    latvian.refresh_from_db()
    assert (latvian.live, world.in_english(latvian).live) == (False, False)
    assert visitor.get("/en/lapa/").status_code == 404


def test_it_takes_down_the_translations_of_all_pages_below(latvian, backstage, visitor):
    below = world.translated(world.standard_page(latvian, "Apakša"))
    address = reverse("wagtailadmin_pages:unpublish", args=[latvian.pk])
    backstage.post(address, {"include_descendants": "on"})
    below.refresh_from_db()
    assert not below.live
    assert visitor.get("/en/lapa/apaksa/").status_code == 404


def test_it_leaves_the_source_when_its_translation_is_taken_down(latvian, visitor):
    world.in_english(latvian).unpublish()
    assert visitor.get("/lv/lapa/").status_code == 200


def test_it_leaves_the_translation_down_when_the_source_comes_back(latvian, visitor):
    latvian.unpublish()
    latvian.get_latest_revision().publish()
    assert visitor.get("/lv/lapa/").status_code == 200
    assert visitor.get("/en/lapa/").status_code == 404


def expire_in_an_hour(latvian):
    latvian.expire_at = timezone.now() + timedelta(hours=1)
    latvian.save_revision().publish()


@pytest.mark.parametrize("command", ["publish_scheduled", "run_due"])
def test_it_takes_the_translation_down_when_its_source_expires(latvian, visitor, later, command):
    expire_in_an_hour(latvian)
    with time_machine.travel(later, tick=False):
        call_command(command)
        assert visitor.get("/en/lapa/").status_code == 404
    english = world.in_english(latvian)
    assert (english.live, english.expired) == (False, True)


@pytest.mark.parametrize("address", ["/lv/lapa/", "/en/lapa/"])
def test_it_shows_nothing_past_the_expiry_before_the_command_ran(latvian, visitor, later, address):
    expire_in_an_hour(latvian)
    assert visitor.get(address).status_code == 200
    with time_machine.travel(later, tick=False):
        assert visitor.get(address).status_code == 404
    assert world.in_english(latvian).live
