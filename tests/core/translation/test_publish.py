"""English goes live only when all of it is translated, whoever publishes it and wherever."""

import pytest
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from core.translation.actions import translate
from core.translation.state import UntranslatedError
from tests import world

NOT_TRANSLATED = "pilnībā iztulkota"


def translation_of(page):
    return Translation.objects.get(source__object_id=page.translation_key)


def change_the_text(latvian):
    latvian.body = [("text", "<p>Pavisam cits teksts.</p>")]
    latvian.save_revision().publish()


def in_the_translation_editor(latvian, backstage):
    address = reverse("wagtailadmin_pages:edit", args=[world.in_english(latvian).pk])
    return backstage.post(address, {"action": "publish"}, follow=True)


def by_sync(latvian, backstage):
    address = reverse("wagtail_localize:update_translations", args=[translation_of(latvian).source_id])
    return backstage.post(address, {"publish_translations": "on"}, follow=True)


def in_bulk(latvian, backstage):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return backstage.post(f"{address}?id={world.in_english(latvian).pk}", follow=True)


def by_reverting(latvian, backstage):
    english = world.in_english(latvian)
    revision = english.get_latest_revision()
    address = reverse("wagtailadmin_pages:revisions_revert", args=[english.pk, revision.pk])
    return backstage.post(address, {"action-publish": "1"}, follow=True)


def as_an_alias(latvian, backstage):
    address = reverse("wagtail_localize:convert_to_alias", args=[world.in_english(latvian).pk])
    return backstage.post(address, follow=True)


WAYS = [in_the_translation_editor, by_sync, in_bulk, as_an_alias]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("publish", WAYS)
def test_an_editor_cannot_put_an_untranslated_page_on_the_site(site, backstage, visitor, publish):
    latvian = world.standard_page(site.home, "Lapa", slug="lapa")
    response = publish(latvian, backstage)
    assert response.status_code == 200
    assert NOT_TRANSLATED in response.content.decode()
    assert visitor.get("/en/lapa/").status_code == 404


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("publish", WAYS)
def test_an_editor_cannot_mix_languages_on_a_live_page(latvian, backstage, visitor, publish):
    before = visitor.get("/en/lapa/").content
    change_the_text(latvian)
    response = publish(latvian, backstage)
    assert NOT_TRANSLATED in response.content.decode()
    assert visitor.get("/en/lapa/").content == before


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("publish", [in_the_translation_editor, by_sync])
def test_an_editor_publishes_what_is_translated(latvian, backstage, visitor, publish):
    world.in_english(latvian).unpublish()
    publish(latvian, backstage)
    assert visitor.get("/en/lapa/").status_code == 200
