from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from forum import actions
from forum.models import Decision, DutyTurn, Post, Review
from tests import growth, world
from tests.forum import making, moderating

NOW = timezone.now()
SIDES = ("forum:queue", "moderation:queue")
PLACES = {"forum:queue": "forum:review-decide", "moderation:queue": "moderation:review"}


def build(site):
    forum = making.forum(site)
    site.parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    other = world.community(site.index, "Lizuma pagasts", slug="lizums")
    site.people = SimpleNamespace(
        author=making.person("Anna"),
        editor=moderating.editor("Rita"),
        other=moderating.editor("Uga"),
        leader=world.leader(site.parish, "tirza@example.test"),
        stranger=world.leader(other, "lizums@example.test"),
    )
    site.topic = making.topic(making.section(forum), "Ceļš uz ezeru")
    theirs = making.section(forum, "Tirzas lietas", community=site.parish)
    site.local = making.topic(theirs, "Tirzas tilts")
    site.held = making.post(site.topic, author=site.people.author, is_held=True)
    site.local_held = making.post(site.local, author=site.people.author, is_held=True)
    Review.objects.update(opened_at=NOW)


def browser(person=None, **options):
    found = Client(**options)
    if person:
        found.force_login(person)
    return found


def page(person, name="forum:queue", query=""):
    return browser(person).get(reverse(name) + query)


def decide(site, person, post=None, name="forum:review-decide", **sent):
    review = moderating.review_of(post or site.held)
    return browser(person).post(reverse(name, args=[review.pk]), sent)


def state(post):
    return Post.objects.get(pk=post.pk).state


@pytest.mark.parametrize("name", SIDES)
def test_an_editor_sees_everything_that_waits_the_oldest_first(site, name):
    Review.objects.filter(post=site.local_held).update(opened_at=NOW - timedelta(days=2))
    body = page(site.people.editor, name).content.decode()
    assert body.index("Tirzas tilts") < body.index("Ceļš uz ezeru")
    assert site.held.text in body


@pytest.mark.parametrize("name", SIDES)
def test_a_leader_sees_what_waits_in_the_own_community_alone(site, name):
    body = page(site.people.leader, name).content.decode()
    assert "Tirzas tilts" in body
    assert "Ceļš uz ezeru" not in body
    assert "Tirzas tilts" not in page(site.people.stranger, name).content.decode()


def test_residents_are_refused_and_strangers_sent_to_sign_in(site):
    assert page(site.people.author).status_code == 403
    assert "/konts/" in page(None).url or "login" in page(None).url
    assert browser(site.people.editor).post(reverse("forum:queue")).status_code == 405


@pytest.mark.parametrize("name", SIDES)
def test_what_waits_too_long_is_said_in_words(site, name):
    assert "review--late" not in page(site.people.editor, name).content.decode()
    Review.objects.filter(post=site.held).update(opened_at=timezone.now() - timedelta(hours=30))
    assert page(site.people.editor, name).content.decode().count("review--late") == 1


def test_the_queue_is_filtered_by_community_and_kind(site):
    moderating.reported(site.topic.posts.get(number=1), making.person("Zane"))
    key = site.parish.translation_key
    found = page(site.people.editor, query=f"?community={key}").content.decode()
    assert ("Tirzas tilts" in found, "Ceļš uz ezeru" in found) == (True, False)
    found = page(site.people.editor, query="?kind=reports").content.decode()
    assert ("Tirzas tilts" in found, "Ceļš uz ezeru" in found) == (False, True)
    assert page(site.people.editor, query="?kind=x&community=y&after=z").status_code == 200


def test_who_is_on_duty_stands_on_top(site):
    today = timezone.localdate()
    DutyTurn.objects.create(person=site.people.other, first_date=today, last_date=today)
    assert "Uga" in page(site.people.editor).content.decode()


@pytest.mark.parametrize(("name", "place"), PLACES.items())
def test_one_press_decides(site, name, place):
    response = decide(site, site.people.editor, name=place, kind="approve")
    assert response.url == reverse(name)
    assert state(site.held) == Post.State.SHOWN
    assert not Review.objects.filter(post=site.held, closed_at=None).exists()


def test_a_removal_asks_for_a_reason_and_keeps_what_was_typed(site):
    response = decide(site, site.people.editor, kind="refuse", note="Lūdzu, citādi.")
    assert response.status_code == 200
    assert "Lūdzu, citādi." in response.content.decode()
    assert state(site.held) == Post.State.HELD
    decide(site, site.people.editor, kind="refuse", reason=moderating.reason().pk, note="Tā nē.")
    decision = Decision.objects.get()
    assert (decision.note, state(site.held)) == ("Tā nē.", Post.State.REFUSED)


def test_the_second_of_two_moderators_is_told_who_was_faster(site):
    review = moderating.review_of(site.held)
    actions.approve(review=review, by=site.people.other, now=NOW)
    address = reverse("forum:review-decide", args=[review.pk])
    late = browser(site.people.editor)
    response = late.post(address, {"kind": "refuse", "reason": moderating.reason().pk}, follow=True)
    assert "Uga" in response.content.decode()
    assert "Uga" in late.get(address).content.decode()
    assert state(site.held) == Post.State.SHOWN


@pytest.mark.parametrize("place", PLACES.values())
def test_a_leader_decides_nothing_elsewhere(site, place):
    assert decide(site, site.people.leader, name=place, kind="approve").status_code in (302, 403)
    assert decide(site, site.people.stranger, site.local_held, place, kind="approve").status_code
    assert (state(site.held), state(site.local_held)) == ("held", "held")
    decide(site, site.people.leader, site.local_held, place, kind="approve")
    assert state(site.local_held) == Post.State.SHOWN


def test_nobody_decides_about_what_is_their_own(site):
    own = making.post(site.local, author=site.people.leader, text="Vadītājas vārdi.", is_held=True)
    Post.objects.filter(pk=own.pk).update(state=Post.State.HELD, number=None)
    review = Review.objects.filter(post=own).first() or Review.objects.create(
        kind="new", post=own, community_key=site.parish.translation_key, opened_at=NOW
    )
    address = reverse("forum:review-decide", args=[review.pk])
    assert browser(site.people.leader).post(address, {"kind": "approve"}).status_code == 403
    together = {"kind": "approve", "reviews": [review.pk]}
    browser(site.people.leader).post(reverse("forum:queue-decide"), together)
    assert state(own) == Post.State.HELD


def test_nobody_judges_an_objection_to_their_own_decision(site):
    first = site.topic.posts.get(number=1)
    decision = moderating.hidden(first, site.people.editor)
    review = actions.object_to(decision=decision, text="Kāpēc?", now=NOW).review
    address = reverse("forum:review-decide", args=[review.pk])
    assert browser(site.people.editor).post(address, {"kind": "uphold"}).status_code == 403
    assert browser(site.people.other).post(address, {"kind": "overturn"}).status_code == 302
    assert state(first) == Post.State.SHOWN


def test_many_are_decided_at_once_and_the_rest_is_said(site):
    reviews = [moderating.review_of(post).pk for post in (site.held, site.local_held)]
    sent = {"kind": "refuse", "reviews": reviews, "reason": moderating.reason().pk}
    actions.approve(review=moderating.review_of(site.held), by=site.people.other, now=NOW)
    for name in ("forum:queue-decide", "moderation:decide"):
        response = browser(site.people.editor).post(reverse(name), sent, follow=True)
        assert response.status_code == 200
    assert (state(site.held), state(site.local_held)) == ("shown", "refused")


def test_many_at_once_need_marks_and_a_reason(site):
    address, editor = reverse("forum:queue-decide"), site.people.editor
    reviews = [moderating.review_of(site.held).pk]
    for sent in ({"kind": "approve"}, {"kind": "hide", "reviews": reviews}, {"reviews": ["x"]}):
        response = browser(editor).post(address, sent)
        assert "message--error" in response.content.decode()
    assert state(site.held) == Post.State.HELD


def test_forged_fields_change_nothing_else(site):
    decide(site, site.people.editor, kind="approve", state="hidden", number="99", author="1")
    post = Post.objects.get(pk=site.held.pk)
    assert (post.state, post.number, post.author) == ("shown", 2, site.people.author)
    assert decide(site, site.people.editor, site.local_held, kind="keep").status_code == 200
    assert state(site.local_held) == Post.State.HELD


def test_a_changed_post_is_shown_beside_what_stands(site):
    making.post(site.topic, author=site.people.author, text="Vecie vārdi par ezeru un krastu.")
    post = site.topic.posts.filter(text__startswith="Vecie").get()
    review = moderating.changed_and_waiting(post)
    body = browser(site.people.editor).get(reverse("forum:review-decide", args=[review.pk]))
    assert "<del>" in body.content.decode()


def test_the_menu_of_the_backstage_says_how_much_waits(site):
    for person, number in ((site.people.editor, 2), (site.people.leader, 1)):
        body = page(person, "moderation:queue").content.decode()
        assert f"({number})" in body


def test_an_empty_queue_says_so(site):
    Review.objects.all().delete()
    for name in SIDES:
        assert 'class="empty"' in page(site.people.editor, name).content.decode()


@pytest.mark.parametrize("name", SIDES)
def test_more_in_the_queue_costs_no_more_queries(site, name):
    def grow():
        for number in range(10):
            _one_more(site, number)

    for number in range(10, 15):
        _one_more(site, number)
    growth.assert_same_queries([reverse(name)], grow, site.people.editor)


def _one_more(site, number):
    post = making.post(
        site.topic, text=f"Vēl viens ieraksts par ceļu, {number}.", is_held=bool(number % 2)
    )
    if not number % 2:
        moderating.reported(post, making.person(f"Ziņotājs {number}"))


def test_parts_of_the_queue_follow_one_another(site):
    for number in range(25):
        making.post(site.topic, text=f"Ieraksts, kas gaida, {number}.", is_held=True)
    first = page(site.people.editor).content.decode()
    last = first.split("after=")[1].split('"')[0]
    second = page(site.people.editor, query=f"?after={last}").content.decode()
    marks = [body.count('class="review"') + body.count("review--late") for body in (first, second)]
    assert marks == [20, 7]
