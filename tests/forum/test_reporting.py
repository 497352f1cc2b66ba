from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone
from wagtail.models import Site

from forum import actions
from forum.models import Block, ForumSettings, Post, Report, Review
from forum.moderation import REPORTS_A_DAY
from members.pending import Refused
from tests.forum import making, moderating

NOW = timezone.now()


def build(site):
    site.people = SimpleNamespace(
        author=making.person("Anna"), editor=moderating.editor("Rita"), new=making.person("Zane")
    )
    site.section = making.section(making.forum(site))
    site.topic = making.topic(site.section)
    site.known = [moderating.known(name, site.topic) for name in ("Dace", "Ivo", "Jana")]
    site.post = making.post(site.topic, author=site.people.author)
    hub = Site.objects.get(is_default_site=True)
    ForumSettings.objects.update_or_create(site=hub, defaults={"hides_at": 2})


def report(post, person, now=NOW):
    return actions.report_post(
        post=Post.objects.select_related("topic").get(pk=post.pk),
        person=person,
        reason=moderating.reason(),
        note="Tā nedrīkst.",
        now=now,
    )


def state(post):
    return Post.objects.get(pk=post.pk).state


def test_a_report_waits_in_the_queue(site):
    report(site.post, site.people.new)
    review = moderating.review_of(site.post)
    assert review.kind == Review.Kind.REPORTS
    assert state(site.post) == Post.State.SHOWN


def test_one_person_reports_a_post_once(site):
    first, second = (report(site.post, site.known[0]) for _ in range(2))
    assert first == second
    assert Report.objects.count() == 1
    assert state(site.post) == Post.State.SHOWN


def test_enough_reports_of_known_people_hide_a_post_until_it_is_looked_at(site):
    report(site.post, site.known[0])
    assert state(site.post) == Post.State.SHOWN
    report(site.post, site.known[1])
    assert state(site.post) == Post.State.SET_ASIDE
    actions.keep(review=moderating.review_of(site.post), by=site.people.editor, now=NOW)
    assert state(site.post) == Post.State.SHOWN


def test_reports_of_any_number_of_new_people_hide_nothing(site):
    for number in range(12):
        report(site.post, making.person(f"Svešais {number}"))
    assert state(site.post) == Post.State.SHOWN


def test_a_post_that_was_looked_at_is_not_hidden_by_reports_again(site):
    review = moderating.reported(site.post, site.people.new)
    actions.keep(review=review, by=site.people.editor, now=NOW)
    for person in site.known:
        report(site.post, person)
    assert state(site.post) == Post.State.SHOWN
    assert moderating.review_of(site.post).kind == Review.Kind.REPORTS


def test_posts_of_staff_are_not_hidden_by_reports(site):
    official = making.post(site.topic, author=site.people.editor)
    for person in site.known:
        report(official, person)
    assert state(official) == Post.State.SHOWN


def test_whoever_reported_wrongly_again_and_again_counts_nothing(site):
    abuser = site.known[0]
    for number in range(3):
        post = making.post(site.topic, text=f"Nekas slikts šeit nav teikts, {number}. reizi.")
        review = moderating.reported(post, abuser)
        actions.keep(review=review, by=site.people.editor, now=NOW)
    assert report(site.post, abuser).weight == 0


def test_whoever_may_not_write_now_counts_nothing(site):
    Block.objects.create(
        person=site.known[0], begins_at=NOW, ends_at=NOW + timedelta(days=1), community_key=None
    )
    assert report(site.post, site.known[0]).weight == 0


def test_ones_own_post_and_a_hidden_one_are_not_reported(site):
    with pytest.raises(Refused):
        report(site.post, site.people.author)
    moderating.hidden(site.post, site.people.editor)
    with pytest.raises(Refused):
        report(site.post, site.people.new)
    assert not Report.objects.exists()


def test_a_person_reports_so_much_a_day_and_no_more(site):
    posts = making.many_posts(site.topic, REPORTS_A_DAY + 1).posts.order_by("-number")
    *some, last = posts[: REPORTS_A_DAY + 1]
    for post in some:
        report(post, site.people.new)
    with pytest.raises(Refused):
        report(last, site.people.new)
    report(last, site.people.new, now=NOW + timedelta(days=1, minutes=1))
