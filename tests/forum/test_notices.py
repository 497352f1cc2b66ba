"""Whom the discussions tell of what, and what of it still leaves when the letter does."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from core.roles import EDITORS
from forum import letters, notices
from forum.actions import choose, follow, mark_read, mute, publish, withdraw
from forum.actions.posting import open_review
from forum.models import Block, Decision, DutyTurn, Objection, Post, Reason, Report, Review
from notifications.actions import deliver_due, gather_due
from notifications.models import Letter, Notice
from notifications.notices import lines_of
from notifications.rhythms import Rhythm
from tests import world
from tests.forum import making

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def build(site):
    site.section = making.section(making.forum(site))
    site.closed = making.section(making.forum(site), "Vadītāju istaba", audience="leaders")
    site.article = world.article(site.news, "Talka pie ezera")
    site.parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    site.editor = world.person("redaktore@example.test", is_staff=True)
    site.editor.groups.add(Group.objects.get(name=EDITORS))
    site.leader = world.leader(site.parish, "vaditaja@example.test")
    site.anna, site.berta, site.dace = map(making.person, ("Anna Ozola", "Berta", "Dace"))


@pytest.fixture
def topic(site):
    made = making.topic(site.section, author=site.anna)
    Notice.objects.all().delete()
    return made


def told() -> list[tuple[str, str]]:
    """Who was told of what kind, by the first part of the address."""
    rows = Notice.objects.order_by("person__email", "kind")
    return [(notice.person.display_name or notice.person.email, notice.kind) for notice in rows]


def words_for(person) -> list[str]:
    with override("en"):
        found = list(person.notices.order_by("pk"))
        lines = lines_of(person, found, NOW)
    return [lines[notice.pk].text for notice in found if notice.pk in lines]


def round_of_post(now) -> list:
    before = len(mail.outbox)
    gather_due(now)
    deliver_due(now)
    return mail.outbox[before:]


def decide(post, kind, by, **fields) -> Decision:
    reason = Reason.objects.create(
        name_lv="Apvainojumi", name_en="Insults", rule_lv="Esam laipni.", rule_en="Be kind."
    )
    fields = {"reason": reason, "note": "Lūdzu, mierīgāk.", **fields}
    return Decision.objects.create(
        kind=kind,
        post=post,
        topic=post.topic,
        person=post.author,
        made_by=by,
        made_at=NOW,
        **fields,
    )


def test_followers_of_the_topic_and_of_the_section_are_told_once(site, topic):
    follow(person=site.berta, key=topic.key, now=NOW)
    follow(person=site.berta, key=topic.place_key, now=NOW)
    follow(person=site.dace, key=topic.place_key, now=NOW)
    making.post(topic, site.anna, "Jā, vajag!")
    assert told() == [("Berta", "forum.followed"), ("Dace", "forum.followed")]
    assert words_for(site.dace) == ["Anna Ozola wrote in “Vai pie ezera būs soliņi?”"]


def test_the_strongest_reason_counts_and_nobody_is_told_of_their_own(site, topic):
    first = making.post(topic, site.berta)
    for person in (site.anna, site.berta, site.dace):
        follow(person=person, key=topic.key, now=NOW)
    Notice.objects.all().delete()
    making.post(topic, site.anna, "Piekrītu, @Dace, kā tev šķiet?", reply_to=first.pk)
    assert told() == [("Berta", "forum.answer"), ("Dace", "forum.mention")]
    assert words_for(site.berta) == ["Anna Ozola answered you in “Vai pie ezera būs soliņi?”"]
    assert words_for(site.dace) == ["Anna Ozola named you in “Vai pie ezera būs soliņi?”"]


def test_a_new_topic_is_told_to_those_who_follow_the_section(site):
    follow(person=site.dace, key=site.section.translation_key, now=NOW)
    making.topic(site.section, "Ziemas ceļi", author=site.anna)
    assert words_for(site.dace) == ["Anna Ozola began the topic “Ziemas ceļi”"]


def test_whoever_muted_the_topic_or_its_place_hears_nothing(site, topic):
    first = making.post(topic, site.berta)
    Notice.objects.all().delete()
    mute(person=site.berta, key=topic.key, now=NOW)
    mute(person=site.dace, key=topic.place_key, now=NOW)
    making.post(topic, site.anna, "Klau, @Dace", reply_to=first.pk)
    assert told() == []


def test_only_who_can_read_the_place_is_told(site):
    key = site.closed.translation_key
    for person in (site.editor, site.leader, site.anna, site.berta):
        follow(person=person, key=key, now=NOW)
    making.topic(site.closed, "Slepens", author=site.editor)
    assert [notice.person for notice in Notice.objects.all()] == [site.leader]


def test_twenty_followers_cost_what_ten_cost(site, topic):
    people = [making.person(f"Sekotājs {number}") for number in range(20)]
    counts = []
    for followers in (people[:10], people[10:]):
        for person in followers:
            follow(person=person, key=topic.key, now=NOW)
        held = making.post(topic, site.anna, is_held=True)
        with CaptureQueriesContext(connection) as captured:
            publish(held, NOW)
        counts.append(len(captured))
    assert Notice.objects.filter(kind="forum.followed").count() == 30
    assert counts[0] == counts[1]


def test_the_author_hears_that_what_waited_is_shown(site, topic):
    held = making.post(topic, site.berta, is_held=True, now=NOW)
    Notice.objects.all().delete()
    publish(held, NOW + HOUR)
    assert told() == [("Berta", "forum.shown")]
    (letter,) = round_of_post(NOW + HOUR)
    assert letter.to == [site.berta.email]
    with override("lv"):
        assert f"/{held.pk}/" in letter.body


def test_a_comment_is_told_by_the_title_of_its_page(site):
    follow(person=site.dace, key=site.article.translation_key, now=NOW)
    making.comment(site.article, site.anna)
    assert words_for(site.dace) == ["Anna Ozola wrote in “Talka pie ezera”"]


def test_fifty_replies_are_one_daily_letter_without_hidden_ones(site, topic):
    site.dace.letter_rhythm = Rhythm.DAILY
    site.dace.save()
    follow(person=site.dace, key=topic.key, now=NOW)
    posts = [
        making.post(
            topic, text=f"Atbilde numur {number:02}.", now=NOW + number * timedelta(seconds=6)
        )
        for number in range(50)
    ]
    for post in posts[:2]:
        withdraw(post, Post.State.HIDDEN, NOW)
    assert round_of_post(NOW + HOUR) == []
    (letter,) = round_of_post(NOW + DAY)
    assert letter.to == [site.dace.email]
    assert "48" in letter.subject
    assert "Atbilde numur 00" not in letter.body
    assert "Atbilde numur 02" in letter.body
    assert round_of_post(NOW + 2 * DAY) == []


@pytest.mark.parametrize("what", ["hidden", "closed", "unpublished", "muted", "left"])
def test_what_changed_between_queueing_and_sending_counts(site, topic, what):
    follow(person=site.dace, key=topic.key, now=NOW)
    post = making.post(topic, site.anna, now=NOW)
    gather_due(NOW)
    assert Letter.objects.filter(person=site.dace).count() == 1
    if what == "hidden":
        withdraw(post, Post.State.HIDDEN, NOW)
    elif what == "closed":
        site.section.audience = "leaders"
        site.section.save()
    elif what == "unpublished":
        site.section.unpublish()
    elif what == "muted":
        mute(person=site.dace, key=topic.key, now=NOW)
    else:
        site.dace.is_active = False
        site.dace.save()
    deliver_due(NOW)
    assert mail.outbox == []


def test_reading_the_topic_reads_its_notices(site, topic):
    follow(person=site.dace, key=topic.key, now=NOW)
    making.post(topic, site.anna, now=NOW)
    mark_read(person=site.dace, topic=topic, number=2, now=NOW)
    assert not site.dace.notices.unread().exists()
    assert round_of_post(NOW) == []


def test_a_mail_server_that_is_down_holds_nobody_up(site, topic, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    follow(person=site.dace, key=topic.key, now=NOW)
    making.post(topic, site.anna, now=NOW)
    gather_due(NOW)
    deliver_due(NOW)
    assert Letter.objects.get(person=site.dace).state == Letter.State.WAITING


def waiting(topic, author, kind=Review.Kind.REPORTS) -> Review:
    return open_review(making.post(topic, author), kind, NOW)


def test_what_waits_goes_to_whoever_is_on_duty(site, topic):
    review = waiting(topic, site.dace)
    Notice.objects.all().delete()
    today = date(2026, 11, 23)
    DutyTurn.objects.create(person=site.berta, first_date=today, last_date=today)
    DutyTurn.objects.create(person=site.anna, first_date=today + DAY, last_date=today + DAY)
    notices.review_opened(review, NOW)
    assert told() == [("Berta", "forum.review")]


def test_without_duty_it_goes_to_leaders_and_then_to_editors(site, topic):
    review = waiting(topic, site.dace)
    Notice.objects.all().delete()
    notices.review_opened(review, NOW)
    assert [notice.person for notice in Notice.objects.all()] == [site.editor]
    review.community_key = site.parish.translation_key
    review.pk = None
    Review.objects.filter(post=review.post).update(closed_at=NOW)
    review.save()
    notices.review_opened(review, NOW)
    assert set(Notice.objects.values_list("person", flat=True)) == {site.editor.pk, site.leader.pk}


def test_nobody_is_asked_to_look_at_their_own_post(site, topic):
    review = waiting(topic, site.editor)
    Notice.objects.all().delete()
    notices.review_opened(review, NOW)
    assert told() == []


def test_what_does_not_wait_any_more_is_not_written_about(site, topic):
    review = waiting(topic, site.dace)
    Notice.objects.all().delete()
    notices.review_opened(review, NOW)
    assert words_for(site.editor) == ["A post in “Vai pie ezera būs soliņi?” was reported"]
    Review.objects.filter(pk=review.pk).update(closed_at=NOW)
    assert words_for(site.editor) == []
    assert round_of_post(NOW) == []


def test_a_removal_is_a_letter_with_reason_rule_note_and_the_words(site, topic):
    site.berta.letter_rhythm = Rhythm.NONE
    site.berta.save()
    post = making.post(topic, site.berta, "Muļķības visapkārt!")
    Notice.objects.all().delete()
    for _twice in range(2):
        notices.decided(decide_once(post, site.editor), NOW)
    assert told() == [("Berta", "forum.decision")]
    (letter,) = Letter.objects.filter(kind="forum.decision")
    with override("lv"):
        said = letters.decision_context(letter, NOW)
    assert (said["reason"], said["rule_text"]) == ("Apvainojumi", "Esam laipni.")
    assert (said["note_text"], said["words_text"]) == ("Lūdzu, mierīgāk.", "Muļķības visapkārt!")
    (sent,) = round_of_post(NOW)
    for words in ("Apvainojumi", "Esam laipni.", "Lūdzu, mierīgāk.", "Muļķības visapkārt!"):
        assert words in sent.body
    assert "List-Unsubscribe" not in sent.extra_headers


@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize("kind", Decision.REMOVALS)
def test_every_removal_is_told_in_both_languages(site, topic, kind, language):
    site.berta.language = language
    site.berta.save()
    post = making.post(topic, site.berta)
    decision = decide(post, kind, site.editor)
    if kind == Decision.Kind.BLOCK:
        Block.objects.create(
            person=site.berta, decision=decision, begins_at=NOW, ends_at=NOW + 7 * DAY
        )
    Notice.objects.all().delete()
    notices.decided(decision, NOW)
    (sent,) = round_of_post(NOW)
    assert ("Be kind." if language == "en" else "Esam laipni.") in sent.body
    assert (f"/{language}/" in sent.body) and ("Vai pie ezera" in sent.subject)
    assert ("novemb" in sent.body.lower()) is (kind == Decision.Kind.BLOCK)


def decide_once(post, by) -> Decision:
    found = Decision.objects.filter(post=post).first()
    return found or decide(post, Decision.Kind.HIDE, by)


def test_those_who_reported_hear_what_came_of_it_and_no_words_of_it(site, topic):
    post = making.post(topic, site.berta, "Slikti vārdi.")
    for person, outcome in ((site.anna, "upheld"), (site.dace, "open")):
        Report.objects.create(post=post, person=person, outcome=outcome, made_at=NOW)
    Notice.objects.all().delete()
    notices.decided(decide(post, Decision.Kind.HIDE, site.editor), NOW)
    assert told() == [("Anna Ozola", "forum.reported"), ("Berta", "forum.decision")]
    assert words_for(site.anna) == ["A moderator agreed with your report and has acted on it"]
    letter = next(each for each in round_of_post(NOW) if each.to == [site.anna.email])
    assert "Slikti" not in letter.body


@pytest.mark.parametrize(
    ("kind", "count"),
    [(Decision.Kind.RESTORE, 1), (Decision.Kind.CLOSE, 1), (Decision.Kind.KEEP, 0)],
)
def test_what_takes_nothing_away_is_a_notice(site, topic, kind, count):
    post = making.post(topic, site.berta)
    Notice.objects.all().delete()
    notices.decided(decide(post, kind, site.editor, reason=None), NOW)
    assert len(told()) == count
    assert len(words_for(site.berta)) == count
    assert not Letter.objects.exists()


def test_a_post_that_appears_in_other_words_is_told_of_once(site, topic):
    held = making.post(topic, site.berta, is_held=True, now=NOW)
    Notice.objects.all().delete()
    publish(held, NOW + HOUR)
    notices.decided(decide(held, Decision.Kind.EDIT, site.editor), NOW)
    assert told() == [("Berta", "forum.decision")]


def test_an_objection_goes_to_somebody_else_and_its_outcome_to_whoever_objected(site, topic):
    other = world.person("otra@example.test", is_staff=True)
    other.groups.add(Group.objects.get(name=EDITORS))
    post = making.post(topic, site.berta)
    decision = decide(post, Decision.Kind.HIDE, site.editor)
    review = open_review(post, Review.Kind.OBJECTION, NOW)
    objection = Objection.objects.create(decision=decision, review=review, text="Nē.", made_at=NOW)
    Notice.objects.all().delete()
    notices.objection_made(objection, NOW)
    assert [notice.person for notice in Notice.objects.all()] == [other]
    objection.outcome, objection.note = Objection.Outcome.OVERTURNED, "Jums taisnība."
    objection.save()
    Notice.objects.all().delete()
    notices.objection_decided(objection, NOW)
    assert told() == [("Berta", "forum.objection-decided")]
    assert words_for(site.berta) == ["Your objection was upheld: the decision was taken back"]
    (letter,) = [each for each in round_of_post(NOW) if each.to == [site.berta.email]]
    assert "Jums taisnība." in letter.body


def test_what_waits_too_long_goes_to_the_backup_once_as_long_as_it_waits(site, topic):
    today = date(2026, 11, 23)
    DutyTurn.objects.create(person=site.anna, backup=site.dace, first_date=today, last_date=today)
    reviews = [waiting(topic, site.berta) for _ in range(2)]
    Letter.objects.all().delete()
    for _twice in range(2):
        notices.overdue(reviews, NOW)
    letter = Letter.objects.get()
    assert (letter.person, letter.kind) == (site.dace, "forum.overdue")
    (sent,) = round_of_post(NOW)
    assert sent.subject.startswith("2 ")
    Review.objects.update(closed_at=NOW)
    assert letters.overdue_context(letter, NOW) is None
    Letter.objects.all().delete()
    DutyTurn.objects.all().delete()
    notices.overdue(reviews, NOW)
    assert Letter.objects.get().person == site.editor


def test_who_asked_and_who_follows_hear_of_the_answer(site, topic):
    post = making.post(topic, site.berta)
    follow(person=site.dace, key=topic.key, now=NOW)
    choose(person=site.leader, key=topic.key, wish="muted", now=NOW)
    Notice.objects.all().delete()
    notices.answered(post, NOW)
    assert {name for name, _kind in told()} == {"Anna Ozola", "Berta", "Dace"}


def test_the_author_hears_that_reports_have_hidden_the_post(site, topic):
    post = making.post(topic, site.berta)
    Notice.objects.all().delete()
    withdraw(post, Post.State.SET_ASIDE, NOW)
    notices.set_aside(post, NOW)
    assert words_for(site.berta) == [
        "Your post in “Vai pie ezera būs soliņi?” is hidden until a moderator has looked at it"
    ]


@pytest.mark.parametrize("is_editor", [False, True])
def test_only_moderators_are_asked_about_letters_of_moderation(client, site, is_editor):
    person = making.person("Zenta Zariņa")
    if is_editor:
        person.groups.add(Group.objects.get(name=EDITORS))
    client.force_login(person)
    page = client.get(reverse("notices:wishes")).content.decode()
    assert ('name="moderation"' in page) is is_editor
