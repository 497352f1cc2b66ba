"""New pages begin in Latvian: whoever starts one in English is led back and told why."""

import pytest
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape
from django.utils.translation import gettext as _
from wagtail.models import Page

from tests import world
from tests.core.translation.pages import add_latvian

build = add_latvian


@pytest.fixture
def english_home(site):
    return site.home.get_translation(site.english)


def is_told_why(response):
    with translation.override("lv"):
        why = _(
            "Write the page in Latvian first. Once it is published, "
            "its draft for translation appears here by itself."
        )
    return escape(why) in response.content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
def test_it_leads_back_from_a_new_page_in_english(english_home, backstage, method):
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", english_home.pk])
    response = getattr(backstage, method)(address, follow=True)
    assert response.redirect_chain == [(f"/admin/pages/{english_home.pk}/", 302)]
    assert is_told_why(response)


def test_it_opens_the_form_of_a_new_page_in_latvian(site, backstage):
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", site.home.pk])
    assert backstage.get(address).status_code == 200


def copy(backstage, page, above, **options):
    address = reverse("wagtailadmin_pages:copy", args=[page.pk])
    choices = {"new_title": "Kopija", "new_slug": "kopija", "new_parent_page": above.pk}
    return backstage.post(address, choices | options, follow=True)


@pytest.mark.parametrize("options", [{}, {"publish_copies": "on"}, {"alias": "on"}])
def test_it_leads_back_from_a_copy_into_the_english_tree(latvian, english_home, backstage, options):
    assert is_told_why(copy(backstage, latvian, english_home, **options))
    assert not Page.objects.filter(slug="kopija").exists()


def test_it_leads_back_from_a_copy_of_an_english_page(latvian, english_home, backstage):
    assert is_told_why(copy(backstage, world.in_english(latvian), english_home))
    assert not Page.objects.filter(slug="kopija").exists()


def test_it_copies_a_page_in_latvian(latvian, site, backstage, visitor):
    response = copy(backstage, latvian, site.home, publish_copies="on")
    assert not is_told_why(response)
    assert visitor.get("/lv/kopija/").status_code == 200
    assert visitor.get("/en/kopija/").status_code == 404
    assert not world.in_english(Page.objects.get(url_path="/lv/kopija/")).live


def test_it_refuses_to_move_a_latvian_page_into_the_english_tree(latvian, english_home, backstage):
    address = reverse("wagtailadmin_pages:move_confirm", args=[latvian.pk, english_home.pk])
    backstage.post(address)
    latvian.refresh_from_db()
    assert latvian.url_path == "/lv/lapa/"
