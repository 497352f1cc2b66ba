"""Answering: signed in, with an address alone, in the name of somebody present; and refusals."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from forum import actions
from forum.models import Following, ForumSectionPage, Post, Topic
from forum.models.posts import TEXT_BYTES
from members.models import PendingAction, User
from notifications.models import Letter
from tests import world
from tests.forum import making
from tests.growth import assert_same_queries

pytestmark = pytest.mark.django_db
TEXT = "Arī mēs ar kaimiņiem par to runājām pagājušajā nedēļā."


def build(site):
    site.forum = making.forum(site)
    site.section = making.section(site.forum, rule=ForumSectionPage.Rules.AT_ONCE)
    site.author = making.person("Anna Ozola")
    site.person = making.person("Jānis Kalniņš")
    site.topic = making.topic(site.section, author=site.author)


def at(name, *arguments) -> str:
    with override("lv"):
        return reverse(f"forum:{name}", args=arguments)


def address(topic, query="") -> str:
    return at("post-create", topic.pk) + query


def sent(**fields) -> dict:
    return {"text": TEXT, "submission": str(uuid4()), **fields}


def signed_in(person, **options) -> Client:
    browser = Client(**options)
    browser.force_login(person)
    return browser


def posts_of(topic):
    return topic.posts.order_by("pk")


def code_of(address) -> str:
    return Letter.objects.get(address=address).context["code"]


def test_somebody_signed_in_answers_at_once(site):
    browser = signed_in(site.person)
    assert browser.get(address(site.topic)).status_code == 200
    response = browser.post(address(site.topic), sent(follows="on"))
    post = posts_of(site.topic).last()
    assert response.url == at("post-detail", post.pk)
    assert (post.text, post.author, post.state) == (TEXT, site.person, Post.State.SHOWN)
    assert Following.objects.filter(person=site.person, key=site.topic.key).exists()


def test_sending_twice_makes_one_post(site):
    browser, form = signed_in(site.person), sent()
    assert browser.post(address(site.topic), form).status_code == 302
    assert browser.post(address(site.topic), form).status_code == 302
    assert posts_of(site.topic).count() == 2


def test_an_address_is_enough_and_nothing_is_seen_before_it_is_confirmed(site):
    browser = Client()
    form = browser.get(address(site.topic))
    assert "Jūsu e-pasta adrese" in form.content.decode()
    begun = browser.post(address(site.topic), sent(address="liga@example.test", name="Līga"))
    assert posts_of(site.topic).count() == 1
    page = browser.get(begun.url).content.decode()
    assert TEXT in page and site.topic.title in page
    done = browser.post(begun.url, {"code": code_of("liga@example.test")})
    assert done.status_code == 302
    post = posts_of(site.topic).last()
    assert post.author.email == "liga@example.test"
    assert post.author_name == "Līga"
    assert post.state == Post.State.SHOWN
    assert at("post-detail", post.pk) in browser.get(begun.url).content.decode()


def test_a_held_post_is_thanked_for_kindly(site):
    ForumSectionPage.objects.update(rule=ForumSectionPage.Rules.ALL_HELD)
    response = signed_in(site.person).post(address(site.topic), sent())
    post = posts_of(site.topic).last()
    assert post.state == Post.State.HELD
    assert response.url == at("received", post.submission)
    page = Client().get(response.url).content.decode()
    assert "24" in page and TEXT not in page
    actions.publish(post, timezone.now())
    assert Client().get(response.url).url == at("post-detail", post.pk)


def test_what_was_closed_before_the_code_came_is_refused_with_the_text_kept(site):
    browser = Client()
    begun = browser.post(address(site.topic), sent(address="liga@example.test"))
    Topic.objects.filter(pk=site.topic.pk).update(is_closed=True)
    response = browser.post(begun.url, {"code": code_of("liga@example.test")})
    assert response.status_code == 409
    assert TEXT in response.content.decode()
    assert posts_of(site.topic).count() == 1


def test_what_has_gone_before_the_code_came_is_refused_with_the_text_kept(site):
    browser = Client()
    begun = browser.post(address(site.topic), sent(address="liga@example.test"))
    Topic.objects.filter(pk=site.topic.pk).update(state=Topic.State.HIDDEN)
    response = browser.post(begun.url, {"code": code_of("liga@example.test")})
    assert response.status_code == 409
    assert TEXT in response.content.decode()


@pytest.mark.parametrize(
    "field",
    [
        {"state": "shown", "number": "1"},
        {"office": "municipality", "is_official": "on"},
        {"author": "1", "helper": "1", "speaker": "Cits", "has_agreed": "on"},
        {"is_reviewed": "on", "shown_at": "2020-01-01", "html": "<b>x</b>", "topic": "1"},
    ],
)
def test_forged_fields_are_not_read(site, field):
    ForumSectionPage.objects.update(rule=ForumSectionPage.Rules.ALL_HELD)
    signed_in(site.person).post(address(site.topic), sent(**field))
    post = posts_of(site.topic).last()
    assert (post.state, post.number, post.office) == (Post.State.HELD, None, "")
    assert (post.author, post.helper, post.speaker) == (site.person, None, "")
    assert not post.is_reviewed and post.topic == site.topic and "<b>" not in post.html


def test_a_closed_topic_hands_the_text_back(site):
    browser = signed_in(site.person)
    Topic.objects.filter(pk=site.topic.pk).update(is_closed=True)
    response = browser.post(address(site.topic), sent())
    assert response.status_code == 409
    assert TEXT in response.content.decode()
    assert browser.get(address(site.topic)).status_code == 409
    assert posts_of(site.topic).count() == 1


def test_a_hidden_topic_hands_the_text_back(site):
    Topic.objects.filter(pk=site.topic.pk).update(state=Topic.State.HIDDEN)
    browser = signed_in(site.person)
    response = browser.post(address(site.topic), sent())
    assert response.status_code == 404
    assert TEXT in response.content.decode()
    assert browser.get(address(site.topic)).status_code == 404


def test_a_closed_section_sends_to_sign_in_and_keeps_the_text(site):
    site.section.audience = "signed_in"
    site.section.save_revision().publish()
    assert "/ieiet/" in Client().get(address(site.topic)).url
    response = Client().post(address(site.topic), sent())
    assert response.status_code == 403
    assert TEXT in response.content.decode()


def test_an_expired_session_keeps_the_text_and_asks_for_the_address(site):
    response = Client().post(address(site.topic), sent())
    page = response.content.decode()
    assert response.status_code == 200
    assert TEXT in page and 'name="address"' in page and 'role="alert"' in page


@pytest.mark.parametrize("token", [None, "x" * 64])
def test_an_old_token_keeps_the_text_and_changes_nothing(site, token):
    browser = signed_in(site.person, enforce_csrf_checks=True)
    form = sent() if token is None else sent(csrfmiddlewaretoken=token)
    response = browser.post(address(site.topic), form)
    page = response.content.decode()
    assert response.status_code == 403
    assert TEXT in page
    assert posts_of(site.topic).count() == 1
    fresh = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    again = browser.post(address(site.topic), form | {"csrfmiddlewaretoken": fresh})
    assert again.status_code == 302
    assert posts_of(site.topic).count() == 2


def test_too_fast_is_said_beside_the_text(site):
    browser = signed_in(site.person)
    browser.post(address(site.topic), sent())
    response = browser.post(address(site.topic), sent(text=f"{TEXT} Un vēl."))
    assert response.status_code == 200
    assert f"{TEXT} Un vēl." in response.content.decode()
    assert posts_of(site.topic).count() == 2


@pytest.mark.parametrize("letter", ["a", "ž", "🌲"])
def test_as_much_as_is_promised_is_taken_and_no_more(site, letter):
    browser = signed_in(site.person)
    much = letter * (TEXT_BYTES // len(letter.encode()))
    response = browser.post(address(site.topic), sent(text=much + letter))
    assert response.status_code == 200 and much in response.content.decode()
    assert posts_of(site.topic).count() == 1
    assert browser.post(address(site.topic), sent(text=much)).status_code == 302
    assert posts_of(site.topic).last().text == much


def test_more_than_the_server_takes_in_is_refused_in_words(site):
    response = signed_in(site.person).post(address(site.topic), sent(text="a" * 3_000_000))
    assert response.status_code == 413


@pytest.mark.parametrize("text", ["", "   \n ", "\u200b", ">", "**"])
def test_nothing_is_no_post(site, text):
    response = signed_in(site.person).post(address(site.topic), sent(text=text))
    if text == "**":
        assert response.status_code == 302
    else:
        assert response.status_code == 200 and posts_of(site.topic).count() == 1


def test_a_preview_sends_nothing_and_keeps_everything(site):
    form = sent(text="Tas ir **svarīgi**.", preview="1", name="Līga")
    response = Client().post(address(site.topic), form)
    page = response.content.decode()
    assert "<strong>svarīgi</strong>" in page and "Tas ir **svarīgi**." in page
    assert 'value="Līga"' in page and form["submission"] in page
    assert "field__error" not in page
    assert not PendingAction.objects.exists() and posts_of(site.topic).count() == 1


def test_an_answer_quotes_whom_it_answers(site):
    first = posts_of(site.topic).get()
    page = signed_in(site.person).get(address(site.topic, f"?to={first.pk}&quote=1"))
    form = page.context["form"]
    assert form.initial["reply_to"] == first.pk
    assert form.initial["text"].startswith("> **Anna Ozola:**")
    signed_in(site.person).post(address(site.topic), sent(reply_to=first.pk))
    assert posts_of(site.topic).last().reply_to == first


@pytest.mark.parametrize("asked", ["", "x", "999999", "²", "9" * 40])
def test_an_answer_to_nothing_is_an_answer_to_the_topic(site, asked):
    browser = signed_in(site.person)
    assert browser.get(address(site.topic, f"?to={asked}&quote=1")).status_code == 200
    other = making.topic(site.section, "Cita tēma", making.person("Cits"))
    foreign = posts_of(other).get().pk
    browser.post(address(site.topic), sent(reply_to=foreign))
    assert posts_of(site.topic).last().reply_to is None


def test_only_those_of_the_office_can_answer_officially(site, people):
    assert (
        'name="is_official"' in signed_in(people.editor).get(address(site.topic)).content.decode()
    )
    signed_in(people.editor).post(address(site.topic), sent(is_official="on"))
    assert posts_of(site.topic).last().office == Post.Office.MUNICIPALITY
    assert "is_official" not in signed_in(site.person).get(address(site.topic)).content.decode()


def test_a_helper_writes_for_somebody_who_is_there(site, people):
    browser = signed_in(people.editor)
    form = sent(speaker="Zigrīda", has_agreed="on")
    browser.post(address(site.topic), form)
    post = posts_of(site.topic).last()
    assert (post.author, post.helper, post.speaker) == (None, people.editor, "Zigrīda")
    assert post.helped_consent_at
    page = Client().get(site.topic.get_absolute_url()).content.decode()
    assert "Zigrīda" in page and "redaktore" not in page


@pytest.mark.parametrize(
    "fields",
    [
        {"speaker": "Zigrīda"},
        {"has_agreed": "on"},
        {"speaker": "Pašvaldības redaktore", "has_agreed": "on"},
        {"speaker": "a@b.lv", "has_agreed": "on"},
    ],
)
def test_a_helper_asks_first_and_lends_no_office(site, people, fields):
    response = signed_in(people.editor).post(address(site.topic), sent(**fields))
    assert response.status_code == 200
    assert posts_of(site.topic).count() == 1


def test_a_name_of_an_office_is_not_taken(site):
    form = sent(address="liga@example.test", name="Gulbenes novada pašvaldība")
    assert Client().post(address(site.topic), form).status_code == 200
    assert not PendingAction.objects.exists()


def test_a_name_is_given_once_and_not_changed_by_a_form(site):
    signed_in(site.person).post(address(site.topic), sent(name="Cits vārds"))
    assert User.objects.get(pk=site.person.pk).display_name == "Jānis Kalniņš"


def test_names_are_offered_of_those_alone_who_wrote_here(site):
    page = signed_in(site.person).get(address(site.topic)).content.decode()
    assert "<li>Anna Ozola</li>" in page and "<li>Jānis Kalniņš</li>" not in page


def test_the_form_asks_no_more_in_a_long_topic(site):
    making.many_posts(site.topic, 10, site.author)
    assert_same_queries(
        [address(site.topic)], lambda: making.many_posts(site.topic, 10, site.author), site.person
    )


def test_no_other_way_leads_there(site):
    assert signed_in(site.person).put(address(site.topic)).status_code == 405
    assert signed_in(site.person).get(at("post-create", 999999)).status_code == 404


def test_the_draft_is_forgotten_once_it_has_arrived(site):
    form = sent()
    response = signed_in(site.person).post(address(site.topic), form)
    assert response.cookies["draft_done"].value == form["submission"]


def test_a_comment_needs_a_page_that_takes_them(site):
    article = world.article(site.news, "Talka")
    page = world.standard_page(site.home, "Par mums")
    browser = signed_in(site.person)
    place = at("comment-create", article.translation_key)
    assert browser.get(place).status_code == 200
    browser.post(place, sent())
    post = Post.objects.get(topic__place_key=article.translation_key)
    assert post.text == TEXT
    assert browser.get(at("comment-create", page.translation_key)).status_code == 404
    article.comments_until = timezone.localdate() - timedelta(days=1)
    article.save_revision().publish()
    response = browser.post(place, sent(text="Vēl viens vārds par talku."))
    assert response.status_code == 409 and "Vēl viens vārds" in response.content.decode()
    assert browser.post(address(post.topic), sent(text="Pa citu ceļu.")).status_code == 409
