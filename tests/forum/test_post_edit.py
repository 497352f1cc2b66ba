"""Changing and deleting what one wrote, and how everybody sees what was changed."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from forum import actions
from forum.models import ForumSectionPage, Post, PostVersion, Topic
from tests.forum import making
from tests.growth import assert_same_queries

pytestmark = pytest.mark.django_db
BEFORE = "Soliņu pie ezera nav nevienam, kas grib apsēsties."
AFTER = "Divu soliņu pie ezera pietiktu visiem, kas grib apsēsties."


def build(site):
    site.section = making.section(making.forum(site), rule=ForumSectionPage.Rules.AT_ONCE)
    site.author = making.person("Anna Ozola")
    site.other = making.person("Jānis Kalniņš")
    site.topic = making.topic(site.section, "Soliņi", site.author, text=BEFORE)
    site.post = site.topic.posts.get()


def at(name, post) -> str:
    with override("lv"):
        return reverse(f"forum:{name}", args=[post.pk])


def signed_in(person, **options) -> Client:
    browser = Client(**options)
    browser.force_login(person)
    return browser


@pytest.fixture
def author(site):
    return signed_in(site.author)


def test_the_author_changes_words_and_title(author, site):
    assert BEFORE in author.get(at("post-edit", site.post)).content.decode()
    response = author.post(at("post-edit", site.post), {"text": AFTER, "title": "Divi soliņi"})
    assert response.url == at("post-detail", site.post)
    assert response.cookies["draft_done"].value == f"edit-{site.post.pk}"
    site.post.refresh_from_db()
    site.topic.refresh_from_db()
    assert (site.post.text, site.topic.title) == (AFTER, "Divi soliņi")
    assert site.post.edited_at


def test_everybody_sees_what_was_changed(author, site):
    author.post(at("post-edit", site.post), {"text": AFTER, "title": "Divi soliņi"})
    page = Client().get(at("post-versions", site.post)).content.decode()
    assert "<ins>" in page and "<del>" in page and "Divi" in page and "Soliņu" in page


def test_what_changed_before_it_appeared_or_by_a_moderator_is_not_for_everybody(site, people):
    held = making.post(site.topic, site.author, "Zvaniet man: 20000000, esmu mājās.", is_held=True)
    browser = signed_in(site.author)
    browser.post(at("post-edit", held), {"text": "Esmu mājās visu dienu un gaidu."})
    actions.publish(Post.objects.get(pk=held.pk), timezone.now())
    address = at("post-versions", held)
    assert "20000000" not in Client().get(address).content.decode()
    assert "20000000" in browser.get(address).content.decode()
    assert "20000000" in signed_in(people.editor).get(address).content.decode()


def test_nobody_else_changes_or_deletes_it(site, people):
    for name in ("post-edit", "post-delete"):
        address = at(name, site.post)
        for person in (site.other, people.editor):
            assert signed_in(person).get(address).status_code == 403
            assert signed_in(person).post(address, {"text": AFTER}).status_code == 403
        assert "/ieiet/" in Client().get(address).url
        assert signed_in(site.author).put(address).status_code == 405
    site.post.refresh_from_db()
    assert (site.post.text, site.post.state) == (BEFORE, Post.State.SHOWN)


def test_whoever_was_signed_out_meanwhile_gets_the_words_back(site):
    response = Client().post(at("post-edit", site.post), {"text": AFTER})
    assert response.status_code == 403 and AFTER in response.content.decode()


def test_an_old_form_of_changes_keeps_them(site):
    browser = signed_in(site.author, enforce_csrf_checks=True)
    response = browser.post(at("post-edit", site.post), {"text": AFTER, "title": "Soliņi"})
    assert response.status_code == 403 and AFTER in response.content.decode()
    assert browser.post(at("post-delete", site.post)).status_code == 403
    site.post.refresh_from_db()
    assert (site.post.text, site.post.state) == (BEFORE, Post.State.SHOWN)


def test_changes_of_somebody_still_held_wait_and_the_old_words_stay(author, site):
    ForumSectionPage.objects.update(rule=ForumSectionPage.Rules.ALL_HELD)
    author.post(at("post-edit", site.post), {"text": AFTER, "title": "Soliņi"})
    site.post.refresh_from_db()
    assert site.post.text == BEFORE
    assert PostVersion.objects.get(state=PostVersion.State.HELD).text == AFTER
    assert AFTER not in Client().get(at("post-versions", site.post)).content.decode()
    # Who changes it once more goes on from what waits.
    assert AFTER in author.get(at("post-edit", site.post)).content.decode()


def test_forged_fields_of_changes_are_not_read(author, site):
    fields = {"text": AFTER, "title": "Soliņi", "state": "hidden", "office": "municipality"}
    author.post(at("post-edit", site.post), fields | {"author": site.other.pk, "number": 7})
    site.post.refresh_from_db()
    kept = (site.post.state, site.post.office, site.post.author, site.post.number)
    assert kept == (Post.State.SHOWN, "", site.author, 1)


def test_a_closed_topic_is_changed_no_more_and_the_words_come_back(author, site):
    Topic.objects.update(is_archived=True)
    response = author.post(at("post-edit", site.post), {"text": AFTER, "title": "Soliņi"})
    assert response.status_code == 200 and AFTER in response.content.decode()
    site.post.refresh_from_db()
    assert site.post.text == BEFORE


def test_a_preview_of_changes_changes_nothing(author, site):
    form = {"text": "**Divi**", "title": "Soliņi", "preview": "1"}
    page = author.post(at("post-edit", site.post), form).content.decode()
    assert "<strong>Divi</strong>" in page and "**Divi**" in page
    site.post.refresh_from_db()
    assert site.post.text == BEFORE


def test_deleting_asks_first_and_leaves_a_mark(author, site):
    answer = making.post(site.topic, site.author, "Atbildu pati sev, jo citi klusē.")
    assert answer.text in author.get(at("post-delete", answer)).content.decode()
    response = author.post(at("post-delete", answer))
    assert response.status_code == 302
    answer.refresh_from_db()
    assert (answer.state, answer.text) == (Post.State.DELETED, "")
    assert author.get(at("post-edit", answer)).status_code == 404
    assert author.get(response.url).status_code == 200


def test_deleting_the_only_post_leads_back_to_the_section(author, site):
    response = author.post(at("post-delete", site.post))
    assert response.url == site.section.url_path


def test_the_history_of_a_hidden_post_is_not_for_everybody(author, site, people):
    author.post(at("post-edit", site.post), {"text": AFTER, "title": "Soliņi"})
    actions.withdraw(Post.objects.get(pk=site.post.pk), Post.State.HIDDEN, timezone.now())
    assert Client().get(at("post-versions", site.post)).status_code == 404
    assert signed_in(people.editor).get(at("post-versions", site.post)).status_code == 200


def test_the_history_asks_no_more_when_it_is_long(site):
    def more(count):
        for number in range(count):
            at = site.post.shown_at + timedelta(minutes=PostVersion.objects.count() + 1)
            PostVersion.objects.create(
                post=site.post, text=f"Nr. {number}", html="", state="shown", made_at=at
            )

    more(10)
    assert_same_queries([at("post-versions", site.post)], lambda: more(10))
