from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from forum import actions
from forum.access import decision_word
from forum.models import Block, Objection, Post
from tests import world
from tests.forum import making, moderating

NOW = timezone.now()


def build(site):
    site.parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    site.people = SimpleNamespace(
        author=making.person("Anna"),
        resident=making.person("Zane"),
        editor=moderating.editor("Rita"),
        leader=world.leader(site.parish, "tirza@example.test"),
    )
    site.topic = making.topic(making.section(making.forum(site)))
    site.post = making.post(site.topic, author=site.people.author)
    site.decision = actions.hide(
        post=site.post,
        by=site.people.editor,
        reason=moderating.reason(),
        note="Lūdzu, bez apvainojumiem.",
        now=NOW,
    )


def browser(person=None, **options):
    found = Client(**options)
    if person:
        found.force_login(person)
    return found


def address(site, *, by_letter=False):
    if by_letter:
        return reverse("forum:decision-letter", args=[decision_word(site.decision)])
    return reverse("forum:decision-detail", args=[site.decision.key])


def test_the_author_reads_the_decision_the_reason_and_the_rule(site):
    body = browser(site.people.author).get(address(site)).content.decode()
    for words in (moderating.reason().name_lv, moderating.reason().rule_lv, "bez apvainojumiem"):
        assert words in body
    assert "Rita" not in body


def test_nobody_else_does_but_those_who_moderate(site):
    assert browser(site.people.resident).get(address(site)).status_code == 404
    assert browser(site.people.leader).get(address(site)).status_code == 404
    assert browser().get(address(site)).status_code == 302
    body = browser(site.people.editor).get(address(site)).content.decode()
    assert 'name="text"' not in body


@pytest.mark.parametrize("by_letter", [False, True])
def test_the_author_objects_once(site, by_letter):
    reader = browser(None if by_letter else site.people.author)
    place = address(site, by_letter=by_letter)
    assert 'name="text"' in reader.get(place).content.decode()
    assert reader.post(place, {"text": ""}).status_code == 200
    assert reader.post(place, {"text": "Tā bija ironija."}).url == place
    assert Objection.objects.get().text == "Tā bija ironija."
    again = reader.post(place, {"text": "Un vēl."})
    assert again.status_code == 200
    assert Objection.objects.count() == 1
    assert 'name="text"' not in reader.get(place).content.decode()


def test_a_letters_link_that_was_changed_opens_nothing(site):
    word = decision_word(site.decision)
    for wrong in (word[:-1] + ("a" if word[-1] != "a" else "b"), str(site.decision.key), "x.y"):
        found = browser().get(reverse("forum:decision-letter", args=[wrong]))
        assert found.status_code == 404


def test_a_moderator_does_not_object_for_the_author(site):
    response = browser(site.people.editor).post(address(site), {"text": "Es arī."})
    assert response.status_code == 403
    assert not Objection.objects.exists()


def test_an_objection_takes_the_token_of_its_form(site):
    strict = browser(enforce_csrf_checks=True)
    place = address(site, by_letter=True)
    assert strict.post(place, {"text": "Nē."}).status_code == 403
    assert not Objection.objects.exists()


def test_the_author_reads_what_came_of_the_objection(site):
    objection = actions.object_to(decision=site.decision, text="Kāpēc?", now=NOW)
    actions.decide_objection(
        review=objection.review,
        by=moderating.editor("Uga"),
        is_overturned=True,
        note="Jums bija taisnība.",
        now=NOW,
    )
    body = browser(site.people.author).get(address(site)).content.decode()
    assert "Jums bija taisnība." in body
    assert Post.objects.get(pk=site.post.pk).state == Post.State.SHOWN


def test_a_block_is_ended_by_those_who_moderate_there(site):
    block = actions.block(
        post=site.post,
        by=site.people.editor,
        days=7,
        community_key=None,
        reason=moderating.reason(),
        now=NOW,
    )
    place = reverse("forum:block-end", args=[block.pk])
    for person in (site.people.leader, site.people.author, site.people.resident):
        assert browser(person).post(place).status_code == 403
    assert browser(site.people.editor).get(place).status_code == 405
    browser(site.people.editor).post(place)
    assert Block.objects.get().ends_at <= timezone.now()
