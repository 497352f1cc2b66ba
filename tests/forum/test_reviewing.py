from types import SimpleNamespace

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from forum import actions
from forum.models import Decision, Post, PostVersion, Report, Review, Topic
from tests import world
from tests.forum import making, moderating

NOW = timezone.now()
Kind = Decision.Kind


def build(site):
    site.people = SimpleNamespace(
        author=making.person("Anna"),
        editor=moderating.editor("Rita"),
        other=moderating.editor("Uga"),
    )
    site.section = making.section(making.forum(site))
    site.topic = making.topic(site.section)
    site.held = making.post(site.topic, author=site.people.author, is_held=True)
    site.shown = making.post(site.topic, author=site.people.author)


def fresh(post):
    return Post.objects.select_related("topic").get(pk=post.pk)


def test_approval_shows_the_post_and_is_recorded(site):
    review = moderating.review_of(site.held)
    decision = actions.approve(review=review, by=site.people.editor, now=NOW)
    post = fresh(site.held)
    assert (post.state, post.is_reviewed) == (Post.State.SHOWN, True)
    assert post.number == site.topic.last_number + 1 or post.number
    assert (decision.kind, decision.person, decision.made_by) == (
        Kind.APPROVE,
        site.people.author,
        site.people.editor,
    )
    assert decision.waited == NOW - review.opened_at
    review.refresh_from_db()
    assert (review.closed_at, review.closed_by) == (NOW, site.people.editor)


def test_of_two_moderators_one_decides(site):
    first, second = (moderating.review_of(site.held) for _ in range(2))
    actions.approve(review=first, by=site.people.editor, now=NOW)
    with pytest.raises(actions.AlreadyDecided):
        actions.refuse(review=second, by=site.people.other, reason=moderating.reason(), now=NOW)
    assert Decision.objects.count() == 1
    assert fresh(site.held).state == Post.State.SHOWN


def test_a_removal_without_a_reason_is_a_mistake_and_changes_nothing(site):
    review = moderating.review_of(site.held)
    with pytest.raises(ValueError, match="reason"):
        actions.refuse(review=review, by=site.people.editor, reason=None, now=NOW)
    assert fresh(site.held).state == Post.State.HELD
    assert moderating.review_of(site.held) == review


def test_a_refused_post_is_shown_to_nobody(site):
    review = moderating.review_of(site.held)
    actions.refuse(review=review, by=site.people.editor, reason=moderating.reason(), now=NOW)
    post = fresh(site.held)
    assert (post.state, post.number) == (Post.State.REFUSED, None)
    assert making.counters_of(post.topic) == counters(post.topic)


def counters(topic):
    topic.refresh_from_db()
    return {name: getattr(topic, name) for name in ("last_number", "post_count", "last_post")}


def test_with_its_first_post_a_new_topic_is_refused(site):
    topic = making.topic(site.section, "Cita tēma", is_held=True)
    review = moderating.review_of(topic.posts.get())
    actions.refuse(review=review, by=site.people.editor, reason=moderating.reason(), now=NOW)
    assert Topic.objects.get(pk=topic.pk).state == Topic.State.HIDDEN


def test_a_moderator_changes_the_words_openly(site):
    before, review = site.held.text, moderating.review_of(site.held)
    actions.approve_changed(
        review=review,
        by=site.people.editor,
        text="Maigāk sakot.",
        reason=moderating.reason(),
        now=NOW,
    )
    post = fresh(site.held)
    assert (post.text, post.state) == ("Maigāk sakot.", Post.State.SHOWN)
    words = {version.made_by: version.text for version in post.versions.all()}
    assert words == {None: before, site.people.editor: "Maigāk sakot."}


def test_the_approved_words_stand_until_the_changed_ones_are_approved(site):
    before = site.shown.text
    review = moderating.changed_and_waiting(site.shown)
    assert fresh(site.shown).text == before
    actions.approve(review=review, by=site.people.editor, now=NOW)
    assert fresh(site.shown).text.startswith("https://adrese.example/0")


def test_words_that_are_not_approved_change_nothing(site):
    before = site.shown.text
    review = moderating.changed_and_waiting(site.shown)
    decision = actions.refuse(
        review=review, by=site.people.editor, reason=moderating.reason(), now=NOW
    )
    post = fresh(site.shown)
    assert (post.text, post.state) == (before, Post.State.SHOWN)
    assert decision.version.state == PostVersion.State.REFUSED


def test_hiding_leaves_a_mark_and_ends_all_that_waits_about_the_post(site):
    changed = moderating.changed_and_waiting(site.shown)
    reporter = making.person("Zane")
    actions.report_post(
        post=fresh(site.shown), person=reporter, reason=moderating.reason(), note="", now=NOW
    )
    moderating.hidden(fresh(site.shown), site.people.editor)
    post = fresh(site.shown)
    assert (post.state, post.number) == (Post.State.HIDDEN, site.shown.number)
    assert not Review.objects.filter(post=post, closed_at=None).exists()
    assert PostVersion.objects.get(pk=changed.version_id).state == PostVersion.State.REFUSED
    assert Report.objects.get(person=reporter).outcome == Report.Outcome.UPHELD
    with pytest.raises(actions.AlreadyDecided):
        moderating.hidden(fresh(site.shown), site.people.other)


def test_what_was_hidden_is_shown_again_in_its_place(site):
    moderating.hidden(fresh(site.shown), site.people.editor)
    actions.restore(post=fresh(site.shown), by=site.people.other, now=NOW)
    post = fresh(site.shown)
    assert (post.state, post.number) == (Post.State.SHOWN, site.shown.number)
    assert making.counters_of(post.topic) == counters(post.topic)


def test_keeping_a_reported_post_says_that_the_reports_were_wrong(site):
    reporter = making.person("Zane")
    review = moderating.reported(fresh(site.shown), reporter)
    actions.keep(review=review, by=site.people.editor, now=NOW)
    assert fresh(site.shown).is_reviewed
    assert Report.objects.get(person=reporter).outcome == Report.Outcome.DISMISSED


def test_everything_is_in_the_history_without_anybodys_words(site):
    actions.approve(review=moderating.review_of(site.held), by=site.people.editor, now=NOW)
    actions.warn(post=fresh(site.shown), by=site.people.editor, reason=moderating.reason(), now=NOW)
    entries = ModelLogEntry.objects.filter(action__startswith="forum.")
    assert {entry.action for entry in entries} == {"forum.approve", "forum.warn"}
    assert all(entry.user == site.people.editor for entry in entries)
    assert all("Anna" not in entry.label and "ezera" not in entry.label for entry in entries)
    assert ModelLogEntry.objects.viewable_by_user(site.people.other).count() == len(entries)


def test_many_at_once_are_decided_each_by_itself(site):
    other = making.post(site.topic, is_held=True)
    reviews = [moderating.review_of(site.held), moderating.review_of(other)]
    actions.refuse(
        review=moderating.review_of(other),
        by=site.people.other,
        reason=moderating.reason(),
        now=NOW,
    )
    tally = actions.decide_many(
        reviews=reviews, by=site.people.editor, choice=actions.Choice(Kind.APPROVE), now=NOW
    )
    assert (tally.done, tally.by_others, tally.left) == (1, 1, 0)
    assert fresh(site.held).state == Post.State.SHOWN
    assert fresh(other).state == Post.State.REFUSED


def test_only_what_is_offered_can_be_chosen(site):
    review = moderating.review_of(site.held)
    for kind in (Kind.KEEP, Kind.OVERTURN, Kind.BLOCK):
        with pytest.raises(LookupError):
            actions.decide(
                review=review, by=site.people.editor, choice=actions.Choice(kind), now=NOW
            )


def test_a_moved_topic_takes_its_reviews_to_the_community_of_its_new_section(site):
    parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    target = making.section(making.forum(site), "Tirzas lietas", community=parish)
    actions.move_topic(topic=site.topic, section=target, by=site.people.editor, now=NOW)
    topic = Topic.objects.get(pk=site.topic.pk)
    assert (topic.place_key, topic.community_key) == (
        target.translation_key,
        parish.translation_key,
    )
    assert moderating.review_of(site.held).community_key == parish.translation_key
