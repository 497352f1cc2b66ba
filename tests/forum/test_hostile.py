"""What somebody tries who means ill, and what went wrong once."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from communities.actions import make_preview_link
from core.audience import Audience
from forum import actions
from forum.access import decision_word
from forum.models import Decision, Post, Review
from forum.moderation import Rule, Standing
from forum.standing import standing_in
from members.actions import erase_person
from members.pending import Refused
from tests import world
from tests.forum import making, moderating

NOW = timezone.now()
LATER = NOW + timedelta(minutes=5)


def build(site):
    site.people = SimpleNamespace(author=making.person("Anna"), editor=moderating.editor("Rita"))
    site.forum = making.forum(site)
    site.section = making.section(site.forum, rule=Rule.AT_ONCE)
    site.article = world.article(site.news, "Talka pie ezera")
    site.topic = making.topic(site.section)
    site.post = making.post(site.topic, author=site.people.author)


def change(post, text, now=NOW):
    post = Post.objects.select_related("topic", "author").get(pk=post.pk)
    post.topic.place = making._place_of(post.topic)
    return actions.edit_post(post=post, person=post.author, text=text, now=now)


def words(post) -> str:
    return Post.objects.get(pk=post.pk).text


def test_nobody_approves_words_that_were_changed_while_they_looked(site):
    held = making.post(site.topic, author=site.people.author, is_held=True)
    seen = moderating.review_of(held)
    change(held, "Pavisam citi vārdi.")
    with pytest.raises(actions.AlreadyDecided):
        actions.approve(review=seen, by=site.people.editor, now=NOW)
    waits = moderating.review_of(held)
    assert (waits.kind, waits.opened_at) == (Review.Kind.NEW, seen.opened_at)
    actions.approve(review=waits, by=site.people.editor, now=NOW)
    assert Post.objects.get(pk=held.pk).state == Post.State.SHOWN


def test_nobody_keeps_reported_words_that_were_changed_while_they_looked(site):
    seen = moderating.reported(site.post, making.person("Zane"))
    change(site.post, "Vēl sliktāki vārdi.")
    with pytest.raises(actions.AlreadyDecided):
        actions.keep(review=seen, by=site.people.editor, now=NOW)
    assert not Post.objects.get(pk=site.post.pk).is_reviewed
    assert moderating.review_of(site.post).opened_at == seen.opened_at


def test_words_that_a_moderator_changed_do_not_come_back_by_themselves(site):
    moderators = {"text": "Bez lamuvārda.", "reason": moderating.reason()}
    review = moderating.reported(site.post, making.person("Zane"))
    actions.approve_changed(review=review, by=site.people.editor, now=NOW, **moderators)
    assert not change(site.post, "Ar lamuvārdu.", LATER)
    assert words(site.post) == "Bez lamuvārda."
    waits = moderating.review_of(site.post)
    assert (waits.kind, waits.causes) == (Review.Kind.EDIT, ["moderators_words"])
    actions.approve(review=waits, by=site.people.editor, now=LATER)
    assert change(site.post, "Un vēl labāk.", LATER + timedelta(minutes=1))


def test_one_mailbox_with_many_addresses_counts_once(site):
    moderating.hide_at(3)
    for number in range(3):
        alias = making.person(f"Alias {number}")
        type(alias).objects.filter(pk=alias.pk).update(email=f"viens+{number}@example.test")
        alias.refresh_from_db()
        making.post(site.topic, author=alias, text=f"Alias raksta {number}. reizi par soliņiem.")
        moderating.reported(site.post, alias)
    assert Post.objects.get(pk=site.post.pk).state == Post.State.SHOWN
    for number in range(2):
        moderating.reported(site.post, moderating.known(f"Kaimiņiene {number}", site.topic))
    assert Post.objects.get(pk=site.post.pk).state == Post.State.SET_ASIDE


def test_nobody_becomes_known_by_posts_that_they_took_back(site):
    newcomer = making.person("Zigis")
    post = making.post(site.topic, author=newcomer)
    actions.delete_post(post=post, now=NOW)
    assert standing_in(newcomer, None, NOW, trusted_after=10) == Standing.NEW


def test_topics_go_only_where_they_are_read(site):
    waiting = making.topic(site.section, "Vai būs tilts?", is_held=True)
    for act in (
        lambda: actions.merge_topics(topic=site.topic, target=waiting, **by(site)),
        lambda: actions.move_posts(posts=[site.post], target=waiting, **by(site)),
    ):
        with pytest.raises(Refused):
            act()
    assert Post.objects.get(pk=site.post.pk).topic_id == site.topic.pk


def by(site) -> dict:
    return {"by": site.people.editor, "now": NOW}


@pytest.mark.parametrize("with_later", ["", "on"])
def test_what_waits_is_not_moved_by_itself(client, site, with_later):
    held = making.comment(site.article, text="Pirmais komentārs šeit.", is_held=True)
    client.force_login(site.people.editor)
    sent = {"topic": site.topic.pk, "with_later": with_later}
    with override("lv"):
        address = reverse("forum:post-move", args=[held.pk])
    assert client.post(address, sent).status_code == 404
    assert not Decision.objects.exists()


def test_a_preview_of_a_page_shows_nothing_of_what_is_said_there(client, site):
    making.comment(site.article, text="Tas ir tikai vadītājiem.")
    site.article.audience = Audience.LEADERS
    site.article.save_revision().publish()
    token = make_preview_link(page=site.article, by=site.people.editor, now=NOW)
    with override("lv"):
        answer = client.get(reverse("communities:preview", args=[token]))
    assert "Teksts" in answer.content.decode()
    assert "tikai vadītājiem" not in answer.content.decode()


def test_a_leader_begins_no_topic_where_editors_alone_do(site):
    parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    closed = making.section(site.forum, "Paziņojumi", takes_topics=False)
    new = actions.NewPost(title="Mans", text="Mans temats.", community_key=parish.translation_key)
    with pytest.raises(Refused):
        actions.begin_topic(section=closed, person=world.leader(parish), new=new, now=NOW)


def test_a_letter_about_a_decision_opens_nothing_for_nobody(client, site):
    decision = moderating.hidden(site.post, site.people.editor)
    with override("lv"):
        address = reverse("forum:decision-letter", args=[decision_word(decision)])
    assert client.get(address).status_code == 200
    erase_person(person=site.people.author, now=NOW)
    assert client.get(address).status_code == 404
    assert client.post(address, {"text": "Iebilstu."}).status_code == 404
