"""Beginning a topic: the step of similar topics, tags, communities, who may."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from forum.models import ForumSectionPage, Post, Topic
from members.models import PendingAction
from notifications.models import Letter
from tests import world
from tests.forum import making
from tests.forum.payloads import PAYLOADS
from tests.growth import assert_same_queries

pytestmark = pytest.mark.django_db
TEXT = "Pie veikala naktīs ir tumšs, un bērni tur iet uz autobusu."


def build(site):
    site.parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    site.section = making.section(making.forum(site), rule=ForumSectionPage.Rules.AT_ONCE)
    site.person = making.person("Jānis Kalniņš")
    site.lamps = making.topic(site.section, "Kad Tirzā salabos laternas?")


def at(name, *arguments) -> str:
    with override("lv"):
        return reverse(f"forum:{name}", args=arguments)


@pytest.fixture
def resident(site):
    browser = Client()
    browser.force_login(site.person)
    return browser


def begin(browser, site, **fields):
    form = {"text": TEXT, "title": "Apgaismojums", "submission": str(uuid4()), **fields}
    return browser.post(at("topic-create", site.section.translation_key), form)


def newest() -> Topic:
    return Topic.objects.latest("pk")


def test_a_topic_begins_with_its_first_post(resident, site):
    assert resident.get(at("topic-create", site.section.translation_key)).status_code == 200
    parish = str(site.parish.translation_key)
    response = begin(resident, site, tags="Ceļi,  gaisma , ceļi", community=parish)
    topic = newest()
    post = topic.posts.get()
    assert response.url == at("post-detail", post.pk)
    assert (topic.title, topic.state, topic.author) == ("Apgaismojums", "shown", site.person)
    assert sorted(topic.tags.names()) == ["ceļi", "gaisma"]
    assert topic.community_key == site.parish.translation_key


def test_similar_topics_are_shown_once_before_and_nothing_is_lost(resident, site):
    response = begin(resident, site, title="Tirzas laternas nedeg", tags="gaisma")
    page = response.content.decode()
    assert response.status_code == 200 and newest() == site.lamps
    assert site.lamps.get_absolute_url() in page
    assert TEXT in page and 'value="gaisma"' in page and "Tirzas laternas nedeg" in page
    assert 'name="has_seen_similar" value="1"' in page
    again = begin(resident, site, title="Tirzas laternas nedeg", has_seen_similar="1")
    assert again.status_code == 302 and newest().title == "Tirzas laternas nedeg"


def test_similar_topics_are_told_while_a_title_is_typed(site):
    found = Client().get(at("similar"), {"title": "Laternas Tirzā"})
    assert site.lamps.title in found.content.decode()
    assert not Client().get(at("similar"), {"title": ""}).content.strip()
    assert Client().post(at("similar")).status_code == 405
    site.section.audience = "leaders"
    site.section.save_revision().publish()
    hidden = Client().get(at("similar"), {"title": "Laternas Tirzā"})
    assert site.lamps.title not in hidden.content.decode()


@pytest.mark.parametrize(
    "fields",
    [
        {"title": ""},
        {"title": "!!! …"},
        {"title": "a" * 121},
        {"tags": "a,b,c,d,e,f"},
        {"tags": "a" * 31},
        {"tags": "<b>"},
        {"tags": "-"},
        {"community": str(uuid4())},
    ],
)
def test_what_is_not_right_is_said_and_kept(resident, site, fields):
    response = begin(resident, site, **fields)
    assert response.status_code == 200 and TEXT in response.content.decode()
    assert newest() == site.lamps


def test_nobody_without_an_account_is_kept_from_beginning(site):
    browser = Client()
    begun = begin(browser, site, address="liga@example.test")
    assert newest() == site.lamps
    # Whoever's address this is, they are sent no words of somebody else's.
    assert "Apgaismojums" not in str(Letter.objects.get(address="liga@example.test").context)
    code = Letter.objects.get(address="liga@example.test").context["code"]
    assert browser.post(begun.url, {"code": code}).status_code == 302
    assert newest().title == "Apgaismojums"


def test_a_section_of_editors_alone_hands_the_text_back(resident, site, people):
    ForumSectionPage.objects.update(takes_topics=False)
    response = begin(resident, site)
    assert response.status_code == 409 and TEXT in response.content.decode()
    editor = Client()
    editor.force_login(people.editor)
    assert begin(editor, site).status_code == 302


def test_a_page_that_is_no_section_takes_no_topics(resident, site):
    assert resident.get(at("topic-create", site.home.translation_key)).status_code == 404
    assert resident.get(at("topic-create", uuid4())).status_code == 404


@pytest.mark.parametrize("payload", PAYLOADS[:20])
def test_no_title_name_or_tag_runs(site, payload):
    browser = Client()
    fields = {"title": f"a{payload}"[:120], "tags": payload, "name": payload}
    for more in ({}, {"preview": "1"}, {"tags": "a", "name": "", "has_seen_similar": "1"}):
        response = begin(browser, site, address="liga@example.test", **fields | more)
        assert response.status_code in (200, 302)
        assert payload not in response.content.decode() or "<" not in payload
    pending = PendingAction.objects.last()
    page = browser.get(reverse("members:pending-begun", args=[pending.key])).content.decode()
    assert payload not in page or "<" not in payload


def test_the_form_asks_no_more_among_many_topics(resident, site):
    address = at("topic-create", site.section.translation_key)
    making.many_topics(site.section, 10)
    assert_same_queries([address], lambda: making.many_topics(site.section, 10), site.person)


def test_a_double_press_makes_one_topic(resident, site):
    submission = str(uuid4())
    assert begin(resident, site, submission=submission).status_code == 302
    assert begin(resident, site, submission=submission).status_code == 302
    assert Topic.objects.count() == 2 and Post.objects.count() == 2
