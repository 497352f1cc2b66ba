"""People have what the discussions keep about them, and can have it forgotten."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.serializers.json import DjangoJSONEncoder

from forum import kept, writing
from forum.actions import edit_post, follow, mark_read, mute, publish, withdraw
from forum.models import (
    Block,
    Decision,
    DutyTurn,
    Following,
    Objection,
    Post,
    PostVersion,
    Report,
    Review,
    Topic,
)
from forum.picture_sizes import file_of_size
from forum.search import keys_of
from members import actions
from members.models import User
from tests.forum import making
from tests.members.test_erasing import where_found

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
NAME = "Annelīze Vārna"


def build(site):
    site.section = making.section(making.forum(site))
    site.topic = making.topic(site.section)


@pytest.fixture
def anna(site):
    """Somebody who has something in every table of the discussions."""
    person = making.person(NAME)
    topic = making.topic(site.section, "Ko domā Annelīze Vārna", person)
    shown = making.post(site.topic, person, text=f"Lai top! Ar cieņu, {NAME}", place=site.section)
    shown.topic.place = site.section
    edit_post(post=shown, person=person, text=f"Lai top tilts! {NAME}", now=NOW)
    making.post(site.topic, person, text="gaidāmslepenais", is_held=True, place=site.section)
    hidden = making.post(site.topic, person, text="paslēptslepenais", place=site.section)
    withdraw(hidden, Post.State.HIDDEN, NOW)
    refused = making.topic(site.section, "Nosaukumslepenais", person, is_held=True)
    withdraw(refused.posts.get(), Post.State.REFUSED, NOW, come_from=[Post.State.HELD])
    Review.objects.filter(post__topic=refused).update(closed_at=NOW)
    follow(person=person, key=topic.key, now=NOW)
    mute(person=person, key=site.section.translation_key, now=NOW)
    mark_read(person=person, topic=site.topic, number=1, now=NOW)
    making.post(site.topic, text=f"@{NAME}, ko teiksi?", place=site.section)
    making.post(site.topic, text=writing.quotation("Lai top!", NAME) + "Jā!", place=site.section)
    _be_moderated(person, hidden)
    DutyTurn.objects.create(person=person, first_date=NOW, last_date=NOW)
    return person


def _be_moderated(person, post):
    decision = Decision.objects.create(
        kind="hide", post=post, person=person, made_at=NOW, note=f"{NAME} lamājas"
    )
    objected = Review.objects.create(kind=Review.Kind.OBJECTION, post=post, opened_at=NOW)
    Objection.objects.create(
        decision=decision, review=objected, text="iebildumslepenais", made_at=NOW
    )
    Block.objects.create(
        person=person, decision=decision, begins_at=NOW, ends_at=NOW + timedelta(days=1)
    )
    first = post.topic.posts.get(number=1)
    Report.objects.create(post=first, person=person, note="ziņojumslepenais", made_at=NOW)


def test_an_export_has_all_that_the_person_said_and_did(anna):
    exported = json.dumps(kept.export(anna), cls=DjangoJSONEncoder, ensure_ascii=False)
    for word in (
        "Lai top! Ar cieņu",
        "Lai top tilts!",
        "gaidāmslepenais",
        "paslēptslepenais",
        "Nosaukumslepenais",
        "iebildumslepenais",
        "ziņojumslepenais",
        "lamājas",
        "muted",
    ):
        assert word in exported


def test_an_export_has_nothing_of_others(site, anna):
    making.post(site.topic, text="svešs vārds", place=site.section)
    exported = json.dumps(kept.export(anna), cls=DjangoJSONEncoder, ensure_ascii=False)
    assert "svešs vārds" not in exported and "ko teiksi" not in exported


def test_after_erasure_nothing_tells_who_it_was(anna, tmp_path, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        actions.erase_person(person=anna, now=NOW)
    secrets = [anna.email, "slepenais", "Ar cieņu"]
    assert where_found(secrets, tmp_path) == set()
    # What others themselves wrote about the person stays theirs.
    assert where_found([NAME], tmp_path) == {"forum.Post"}
    assert Post.objects.filter(text__contains=NAME).get().text == f"@{NAME}, ko teiksi?"


def test_what_others_read_stays_as_that_of_a_deleted_user(site, anna):
    actions.erase_person(person=anna, now=NOW)
    post = Post.objects.get(text__startswith="Lai top tilts!")
    erased = User.objects.get(pk=anna.pk)
    assert (post.author, post.state) == (erased, Post.State.SHOWN)
    assert post.html.startswith("<p>Lai top tilts!") and NAME not in post.html
    assert post.search_keys == keys_of(writing.plain_text(post.html))
    assert NAME not in Topic.objects.get(title__startswith="Ko domā").title
    quoting = Post.objects.get(text__endswith="Jā!")
    assert NAME not in quoting.html and "Lai top!" in quoting.html


def test_nobody_follows_reads_or_is_named_any_more(anna):
    actions.erase_person(person=anna, now=NOW)
    for rows in (anna.followings, anna.readings, anna.mentions, anna.blocks, anna.duty_turns):
        assert not rows.exists()


def test_figures_stay_what_they_were(site, anna):
    Objection.objects.update(outcome=Objection.Outcome.UPHELD)
    before = [model.objects.count() for model in (Decision, Objection, Report)]
    shown = making.counters_of(site.topic)
    actions.erase_person(person=anna, now=NOW)
    assert [model.objects.count() for model in (Decision, Objection, Report)] == before
    assert making.counters_of(site.topic) == shown


def test_what_waits_of_the_person_waits_no_more(anna):
    waiting = Review.objects.filter(post__author=anna, closed_at=None)
    assert set(waiting.values_list("kind", flat=True)) == {"new", "objection"}
    actions.erase_person(person=anna, now=NOW)
    assert not waiting.exists()


def test_others_keep_what_is_theirs(site, anna):
    berta = making.person("Berta")
    post = making.post(site.topic, berta, text="Bertas vārdi", is_held=True, place=site.section)
    publish(post, NOW)
    post.topic.place = site.section
    edit_post(post=post, person=berta, text="Bertas citi vārdi", now=NOW)
    follow(person=berta, key=site.topic.key, now=NOW)
    actions.erase_person(person=anna, now=NOW)
    assert PostVersion.objects.filter(post=post).count() == 2
    assert Following.objects.get().person == berta


def test_pictures_of_what_was_taken_away_are_gone_in_every_size(
    site, anna, django_capture_on_commit_callbacks, settings
):
    picture = making.picture(Post.objects.get(text="paslēptslepenais"))
    file_of_size(picture, "small").close()
    folder = Path(settings.PRIVATE_ROOT) / "forum"
    assert len(list(folder.iterdir())) == 2
    with django_capture_on_commit_callbacks(execute=True):
        actions.erase_person(person=anna, now=NOW)
    assert list(folder.iterdir()) == []


def test_a_helper_goes_and_whoever_spoke_is_heard_still(site, people):
    post = making.post(
        site.topic, people.editor, text="Sakiet manā vietā", speaker="Skaidrīte", place=site.section
    )
    actions.erase_person(person=people.editor, now=NOW)
    post.refresh_from_db()
    assert (post.text, post.speaker) == ("Sakiet manā vietā", "Skaidrīte")
    assert post.helper.is_erased
