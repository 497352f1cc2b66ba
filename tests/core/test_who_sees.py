"""Who can see a page, in words."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from core.models import Audience
from core.who_sees import who_sees
from tests import world

pytestmark = pytest.mark.django_db
NOBODY = "Only those who work on this page see it."


def words(page, now=None) -> list[str]:
    """What is said of the page as it is stored, in English."""
    page = type(page).objects.get(pk=page.pk)
    with override("en"):
        return who_sees(page, now or timezone.now())


@pytest.mark.parametrize(
    ("audience", "now_sees", "will_see"),
    [
        ("everyone", "Everybody sees this page.", "everybody will see it."),
        ("signed_in", "Only people who have signed in", "people who have signed in will see it."),
        ("leaders", "Only community leaders and editors", "leaders and editors will see it."),
    ],
)
def test_it_says_who_sees_the_page_now_and_who_will(site, audience, now_sees, will_see):
    live = world.standard_page(site.home, "Atklāts", audience=audience)
    draft = world.standard_page(site.home, "Rakstīts", audience=audience, is_published=False)
    assert words(live)[0].startswith(now_sees)
    assert words(draft)[0] == NOBODY
    assert "It is a draft that was never published." in words(draft)
    assert any(sentence.endswith(will_see) for sentence in words(draft))


def test_a_narrower_page_above_is_named(site):
    above = world.standard_page(site.home, "Vadītājiem", audience=Audience.LEADERS)
    below = world.standard_page(above, "Zem tās")
    assert any("“Vadītājiem”" in sentence for sentence in words(below))
    assert not any("“Vadītājiem”" in sentence for sentence in words(above))


def test_a_page_that_was_taken_off_says_so(site):
    page = world.standard_page(site.home, "Bija")
    page.unpublish()
    assert words(page)[:2] == [NOBODY, "It was taken off the site."]


def test_the_moments_at_which_it_comes_and_goes_are_told(site):
    now = timezone.now()
    coming = datetime(2030, 6, 1, 6, 0, tzinfo=UTC)
    page = world.standard_page(site.home, "Vēlāk", is_published=False, go_live_at=coming)
    page.save_revision(approved_go_live_at=coming)
    going = world.standard_page(site.home, "Uz laiku", expire_at=coming)
    assert any("by itself on" in sentence and "2030" in sentence for sentence in words(page))
    assert any("off the site by itself" in sentence for sentence in words(going, now))
    assert words(going, coming + timedelta(hours=1))[0] == NOBODY


def test_changes_that_nobody_sees_yet_are_mentioned(site):
    page = world.standard_page(site.home, "Raksts")
    page.title = "Labots"
    page.save_revision()
    assert any("a draft: readers see what was" in sentence for sentence in words(page))


def test_a_translation_says_what_it_waits_for(site):
    page = world.standard_page(site.home, "Raksts")
    english = world.in_english(page)
    assert "It is not fully translated yet." in words(english)
    ready = world.translated(world.standard_page(site.home, "Pabeigts"))
    assert words(ready) == ["Everybody sees this page."]
    source = ready.source
    type(source).objects.filter(pk=source.pk).update(live=False)
    assert words(ready)[:2] == [NOBODY, "Its Latvian page is not on the site."]


def test_it_stands_above_the_fields_and_in_the_side_panel(site, client, people):
    page = world.standard_page(site.home, "Vadītājiem", audience=Audience.LEADERS)
    client.force_login(people.editor)
    text = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    with override("lv"):
        sentence = who_sees(page, timezone.now())[0]
    assert text.count(sentence) >= 2
    assert sentence != "Only community leaders and editors see this page."


def test_a_page_that_is_not_stored_yet_has_no_such_words(site, client, people):
    client.force_login(people.editor)
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", site.home.pk])
    assert "kopa-who-sees" not in client.get(address).content.decode()
