"""English goes live only when all of it is translated, wherever an editor publishes it."""

import pytest
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape
from wagtail_localize.models import Translation

from core.translation.state import UntranslatedError
from tests import world

pytestmark = pytest.mark.django_db(transaction=True)


def says_why(response):
    with translation.override("lv"):
        return escape(str(UntranslatedError.message)) in response.content.decode()


def change_the_text(latvian):
    latvian.body = [("text", "<p>Pavisam cits teksts.</p>")]
    latvian.save_revision().publish()


def in_the_translation_editor(latvian, backstage):
    address = reverse("wagtailadmin_pages:edit", args=[world.in_english(latvian).pk])
    return backstage.post(address, {"action": "publish"}, follow=True)


def by_sync(latvian, backstage):
    world.in_english(latvian)
    found = Translation.objects.get(source__object_id=latvian.translation_key)
    address = reverse("wagtail_localize:update_translations", args=[found.source_id])
    return backstage.post(address, {"publish_translations": "on"}, follow=True)


def in_bulk(latvian, backstage):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return backstage.post(f"{address}?id={world.in_english(latvian).pk}", follow=True)


def as_an_alias(latvian, backstage):
    address = reverse("wagtail_localize:convert_to_alias", args=[world.in_english(latvian).pk])
    return backstage.post(address, follow=True)


WAYS = [in_the_translation_editor, by_sync, in_bulk, as_an_alias]


def test_the_editor_is_told_what_is_still_untranslated(site, backstage, visitor):
    latvian = world.standard_page(site.home, "Talka", slug="talka")
    world.translated(latvian)
    change_the_text(latvian)
    response = in_the_translation_editor(latvian, backstage)
    assert "Vēl nav iztulkots: „Pavisam cits teksts.”" in response.content.decode()


@pytest.mark.parametrize("publish", WAYS)
def test_an_editor_cannot_put_an_untranslated_page_on_the_site(site, backstage, visitor, publish):
    latvian = world.standard_page(site.home, "Lapa", slug="lapa")
    response = publish(latvian, backstage)
    assert response.status_code == 200
    assert says_why(response)
    assert visitor.get("/en/lapa/").status_code == 404


@pytest.mark.parametrize("publish", WAYS)
def test_an_editor_cannot_mix_languages_on_a_live_page(latvian, backstage, visitor, publish):
    change_the_text(latvian)
    before = visitor.get("/en/lapa/").content
    response = publish(latvian, backstage)
    assert says_why(response)
    assert visitor.get("/en/lapa/").content == before


@pytest.mark.parametrize("publish", [in_the_translation_editor, by_sync, in_bulk])
def test_an_editor_publishes_what_is_translated(latvian, backstage, visitor, publish):
    world.in_english(latvian).unpublish()
    response = publish(latvian, backstage)
    assert not says_why(response)
    assert visitor.get("/en/lapa/").status_code == 200


def test_submitting_for_translation_makes_a_draft(latvian, site, backstage):
    world.in_english(latvian).delete()
    address = reverse("wagtail_localize:submit_page_translation", args=[latvian.pk])
    backstage.post(address, {"locales": [site.english.pk]})
    assert not world.in_english(latvian).live


def test_an_alias_of_a_draft_is_a_translation_again_once_its_source_is_live(
    site, backstage, visitor
):
    latvian = world.standard_page(site.home, "Lapa", slug="lapa")
    latvian.unpublish()
    as_an_alias(latvian, backstage)
    latvian.refresh_from_db()
    latvian.save_revision().publish()
    assert world.in_english(latvian).alias_of is None
    assert visitor.get("/lv/lapa/").status_code == 200
    assert visitor.get("/en/lapa/").status_code == 404


def test_mirroring_the_latvian_tree_puts_nothing_untranslated_on_the_site(
    latvian, site, client, people, visitor
):
    world.in_english(latvian).delete()
    client.force_login(people.admin)
    address = reverse("wagtaillocales:edit", args=[site.english.pk])
    mirror = "component-wagtail_localize_localesynchronization"
    source = {f"{mirror}-enabled": "on", f"{mirror}-sync_from": site.home.locale.pk}
    response = client.post(address, {"language_code": "en"} | source, follow=True)
    assert says_why(response)
    assert visitor.get("/en/lapa/").status_code == 404
