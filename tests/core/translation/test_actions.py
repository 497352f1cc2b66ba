"""English goes live only when all of it is translated, whatever code asks for."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from core.translation.actions import draft_translations, translate
from core.translation.state import UntranslatedError, is_complete, missing_strings
from tests import world


def translation_of(page):
    return Translation.objects.get(source__object_id=page.translation_key)


def publish_the_revision(latvian):
    world.in_english(latvian).get_latest_revision().publish()


def publish_the_action(latvian):
    english = world.in_english(latvian)
    english.publish(english.get_latest_revision(), skip_permission_checks=True)


def save_as_live(latvian):
    english = world.in_english(latvian)
    english.live = True
    english.save()


def make_a_live_alias(latvian):
    world.in_english(latvian).delete()
    latvian.copy_for_translation(world.in_english(latvian.get_parent()).locale, alias=True)


WAYS = [publish_the_revision, publish_the_action, save_as_live, make_a_live_alias]


@pytest.fixture
def untranslated(site):
    """A live Latvian page whose English is still a draft."""
    page = world.standard_page(site.home, "Lapa", slug="lapa", summary="Kopsavilkums.")
    world.in_english(page)
    return page


@pytest.mark.parametrize("publish", WAYS)
def test_it_refuses_to_put_an_untranslated_page_on_the_site(untranslated, visitor, publish):
    with pytest.raises(UntranslatedError):
        publish(untranslated)
    assert visitor.get("/en/lapa/").status_code == 404


def test_it_refuses_to_publish_a_target_that_is_not_complete(
    untranslated, django_capture_on_commit_callbacks
):
    with pytest.raises(UntranslatedError), django_capture_on_commit_callbacks(execute=True):
        translation_of(untranslated).save_target(publish=True)
    assert not world.in_english(untranslated).live


@pytest.mark.parametrize("is_published", [True, False])
def test_it_refuses_to_mix_languages_on_a_live_page(latvian, visitor, is_published):
    latvian.title = "Jauns nosaukums"
    latvian.save_revision().publish()
    with pytest.raises(UntranslatedError):
        translation_of(latvian).save_target(publish=is_published)
    assert "LAPA" in visitor.get("/en/lapa/").content.decode()


def test_it_refuses_to_publish_a_draft_from_before_its_translation(untranslated, visitor):
    old_draft = world.in_english(untranslated).get_latest_revision()
    world.translated(untranslated)
    world.in_english(untranslated).unpublish()
    with pytest.raises(UntranslatedError):
        old_draft.publish()
    assert visitor.get("/en/lapa/").status_code == 404


def test_it_refuses_to_publish_a_translation_of_what_is_not_on_the_site(latvian):
    latvian.unpublish()
    with pytest.raises(UntranslatedError):
        world.in_english(latvian).get_latest_revision().publish()


def test_it_refuses_to_copy_an_english_page_onto_the_site(latvian, visitor):
    with pytest.raises(UntranslatedError):
        world.in_english(latvian).copy(update_attrs={"slug": "kopija"}, keep_live=True)
    assert visitor.get("/en/kopija/").status_code == 404
    assert Page.find_problems() == ([], [], [], [], [])


def test_it_refuses_to_copy_a_latvian_page_into_the_english_tree(latvian, site, visitor):
    above = site.home.get_translation(site.english)
    with pytest.raises(UntranslatedError):
        latvian.copy(to=above, update_attrs={"slug": "kopija"}, keep_live=True)
    assert visitor.get("/en/kopija/").status_code == 404


def test_it_copies_for_translation_as_a_draft(untranslated, site):
    world.in_english(untranslated).delete()
    assert not untranslated.copy_for_translation(site.english).live


def test_it_publishes_what_is_translated(untranslated, visitor):
    world.translated(untranslated)
    assert is_complete(world.in_english(untranslated))
    assert visitor.get("/en/lapa/").status_code == 200


def test_it_counts_what_is_not_translated(untranslated, site):
    texts = {"Lapa": "Page", "lapa": "page"}
    with pytest.raises(UntranslatedError):
        translate(page=untranslated, locale=site.english, texts=texts)
    assert missing_strings(world.in_english(untranslated)) == 4


def test_it_drafts_a_translation_when_a_page_is_published(untranslated):
    english = world.in_english(untranslated)
    assert (english.live, english.get_parent().url_path) == (False, "/en/")


def test_it_makes_no_translation_of_a_page_that_was_never_published(site):
    draft = world.standard_page(site.home, "Melnraksts", is_published=False)
    assert not draft.has_translation(site.english)


def test_it_drafts_the_pages_above_first(site):
    above = world.standard_page(site.home, "Augša", is_published=False)
    below = world.standard_page(above, "Apakša")
    assert world.in_english(below).get_parent().translation_key == above.translation_key


def test_it_drafts_twice_and_changes_nothing(untranslated):
    english = world.in_english(untranslated)
    draft_translations(page=untranslated)
    draft_translations(page=untranslated)
    assert world.in_english(untranslated).title == english.title
    assert Page.objects.filter(translation_key=untranslated.translation_key).count() == 2
    assert TranslationSource.objects.filter(object_id=untranslated.translation_key).count() == 1


def test_it_keeps_the_old_text_until_the_change_is_translated(latvian, site, visitor):
    latvian.title = "Jauns nosaukums"
    latvian.save_revision().publish()
    assert "LAPA" in visitor.get("/en/lapa/").content.decode()
    translate(page=latvian, locale=site.english, texts={"Jauns nosaukums": "A new name"})
    assert "A new name" in visitor.get("/en/lapa/").content.decode()


def test_it_carries_over_at_once_what_needs_no_translation(latvian, site):
    latvian.show_in_menus = True
    latvian.save_revision().publish()
    assert world.in_english(latvian).show_in_menus


def test_it_leaves_a_translation_alone_that_an_editor_detached(latvian, visitor):
    Translation.objects.filter(source__object_id=latvian.translation_key).update(enabled=False)
    latvian.title = "Jauns nosaukums"
    latvian.save_revision().publish()
    english = world.in_english(latvian)
    english.title = "Written by hand"
    english.save_revision().publish()
    assert "Written by hand" in visitor.get("/en/lapa/").content.decode()


def publish_in_an_hour(page):
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    page.refresh_from_db()


@pytest.fixture
def scheduled(latvian):
    """A Latvian page whose complete English page is taken down and to go live in an hour."""
    world.in_english(latvian).unpublish()
    publish_in_an_hour(world.in_english(latvian))
    return latvian


def test_it_publishes_a_translation_when_it_is_due(scheduled, visitor, later):
    assert visitor.get("/en/lapa/").status_code == 404
    with time_machine.travel(later, tick=False):
        call_command("publish_scheduled")
        assert visitor.get("/en/lapa/").status_code == 200


def change_the_source(scheduled):
    scheduled.title = "Jauns nosaukums"
    scheduled.save_revision().publish()


def take_down_the_source(scheduled):
    scheduled.unpublish()


@pytest.mark.parametrize("spoil", [change_the_source, take_down_the_source])
def test_a_translation_that_cannot_go_live_holds_nothing_else_up(
    scheduled, site, visitor, later, spoil
):
    other = world.standard_page(site.home, "Cita", slug="cita", is_published=False)
    publish_in_an_hour(other)
    spoil(scheduled)
    with time_machine.travel(later, tick=False):
        call_command("publish_scheduled")
        call_command("publish_scheduled")
        assert visitor.get("/lv/cita/").status_code == 200
        assert visitor.get("/en/lapa/").status_code == 404
