"""What the demo's people say: every part of the discussions has something to show."""

from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from demo.people import add_people
from demo.talk import add_talk, submission_of
from demo.texts import read
from forum.access import posts_for, topics_for
from forum.models import (
    Decision,
    DutyTurn,
    ForumPage,
    ForumSectionPage,
    ForumSettings,
    Mention,
    Objection,
    Post,
    Report,
    Review,
    Topic,
)
from members.models import User
from tests import world

NOW = timezone.now()
TOLD = read("forum")
EVERY = [*TOLD["topics"], *TOLD["comments"]]
SAID = [step for told in EVERY for step in told["steps"] if step.get("do", "say") == "say"]


def build(site):
    """The pages that are talked about, without all that the demo has on them."""
    forum = ForumPage.objects.child_of(site.home).get()
    communities = {
        slug: world.community(site.index, slug.title(), slug=slug)
        for slug, _name in read("people")["leaders"]
    }
    for data in TOLD["sections"]:
        kept = {key: data[key] for key in ("audience", "rule") if key in data}
        community = communities.get(data.get("community"))
        title, slug = data["title"]["lv"], data["slug"]["lv"]
        page = ForumSectionPage(title=title, slug=slug, community=community, **kept)
        world.add(forum, page, is_published=True)
    articles = {data["slug"]["lv"]: data["community"] for data in read("articles")}
    for told in TOLD["comments"]:
        world.article(communities[articles[told["page"]]], told["key"], slug=told["page"])
    add_people(NOW)
    add_talk(NOW)


def topic(key: str) -> Topic:
    """The topic that the data file calls so."""
    told = next(told for told in EVERY if told["key"] == key)
    return Post.objects.get(submission=submission_of(told, 0)).topic


def post(key: str) -> Post:
    """The post that the data file calls so."""
    found = (
        submission_of(told, place)
        for told in EVERY
        for place, step in enumerate(told["steps"])
        if step.get("key") == key
    )
    return Post.objects.get(submission=next(found))


def test_all_is_said_and_nothing_waits_that_should_not(site):
    assert Post.objects.count() == len(SAID)
    states = Counter(Post.objects.values_list("state", flat=True))
    assert states["held"] == sum("waits" in step for step in SAID) == 2
    assert states["refused"] == sum("refused" in step for step in SAID) == 1
    assert (states["hidden"], states["deleted"], states["set_aside"]) == (3, 1, 0)
    answers = Post.objects.filter(reply_to__isnull=False).count()
    assert answers == sum("to" in step for step in SAID)
    assert Mention.objects.get().person.email == "iedzivotajs@kopa.test"


def test_nothing_is_said_before_its_time(site):
    for told in EVERY:
        first = Post.objects.get(submission=submission_of(told, 0)).topic
        moments = list(first.posts.order_by("number").values_list("shown_at", flat=True))
        moments = [moment for moment in moments if moment]
        assert moments == sorted(moments)
    assert Post.objects.filter(created_at__gte=NOW - timedelta(hours=1)).count() == 0
    assert Decision.objects.filter(made_at__gte=NOW - timedelta(hours=1)).count() == 0


def test_there_is_one_of_each_kind_of_topic(site):
    beautiful = topic("beautiful")
    assert beautiful.page_count == 3
    assert topic("welcome").is_pinned
    assert topic("winter").is_closed
    assert topic("calendar").is_archived
    assert topic("english").language == "en"
    assert topic("sewing").state == "held"
    assert topic("buyer").state == "hidden"
    assert topic("letters").answer == post("letters-answer")
    assert topic("gravel").official_answer == post("gravel-office")
    assert topic("swim").official_answer.office == "community"
    assert topic("stage-comments").kind == "comments"


def test_there_is_one_of_each_kind_of_post(site):
    assert Post.objects.filter(language="ru").count() == 2
    assert {"Marta, 84 gadi", "Kārlis, 91 gads"} == set(
        Post.objects.filter(helper__email="palidze.ranka@kopa.test").values_list(
            "speaker", flat=True
        )
    )
    edited = post("dance-valdis")
    assert edited.versions.count() == 2
    assert "septiņus" in edited.text
    waits = post("potatoes")
    assert "kredīta" not in waits.text
    assert waits.versions.get(state="held")
    assert post("swim-gone").text == ""


def test_the_queue_has_something_of_every_kind(site):
    waiting = Review.objects.filter(closed_at=None)
    kinds = Counter(waiting.values_list("kind", flat=True))
    assert kinds == {"new": 2, "edit": 1, "reports": 1, "objection": 1}
    late = waiting.filter(opened_at__lt=NOW - timedelta(hours=24))
    assert {review.kind for review in late} == {"new", "reports"}
    assert Report.objects.count() == 2
    assert ForumSettings.objects.get().words
    today = timezone.localdate(NOW)
    turn = DutyTurn.objects.get(first_date__lte=today, last_date__gte=today)
    assert turn.person.email == "redaktore@kopa.test"


def test_objections_went_both_ways(site):
    outcomes = Counter(Objection.objects.values_list("outcome", flat=True))
    assert outcomes == {"upheld": 1, "overturned": 1, "open": 1}
    assert post("leaves-insult").state == "hidden"
    assert post("stage-tirza").state == "shown"
    for objection in Objection.objects.exclude(outcome="open"):
        assert objection.decided_by != objection.decision.made_by


def test_the_leaders_room_is_theirs(site):
    rooms = ForumSectionPage.objects.filter(locale__language_code="lv")
    room = rooms.get(slug="lideru-istaba").translation_key
    resident = User.objects.get(email="iedzivotajs@kopa.test")
    leader = User.objects.get(email="lidere.ligo@kopa.test")
    assert not topics_for(resident, NOW).filter(place_key=room).exists()
    assert topics_for(leader, NOW).filter(place_key=room).count() == 2
    assert posts_for(resident, NOW).exists()


def test_the_resident_of_the_demo_has_something_to_come_back_to(site):
    resident = User.objects.get(email="iedzivotajs@kopa.test")
    light = topic("light")
    assert resident.followings.filter(key=light.key, wish="follows").exists()
    assert resident.readings.get(topic=topic("beautiful")).number == 30


def test_nobody_talks_twice(site):
    before = (Post.objects.count(), Decision.objects.count(), DutyTurn.objects.count())
    add_talk(NOW + timedelta(days=1))
    assert (Post.objects.count(), Decision.objects.count(), DutyTurn.objects.count()) == before


def test_nobody_talks_where_there_is_no_section(site):
    Topic.objects.all().delete()
    for section in ForumSectionPage.objects.filter(locale__language_code="lv"):
        section.delete()
    add_talk(NOW)
    assert not Post.objects.exists()


@pytest.mark.parametrize("told", EVERY, ids=lambda told: told["key"])
def test_the_data_file_names_what_is_there(told):
    people = {"imants", "admin", "redaktore", *read("people")["residents"]}
    for prefix, group in (
        ("lidere", "leaders"),
        ("lidere2", "second_leaders"),
        ("palidze", "helpers"),
    ):
        people |= {f"{prefix}.{slug}" for slug, _name in read("people")[group]}
    keys = {step["key"] for step in told["steps"] if "key" in step}
    assert {step["by"] for step in told["steps"] if "by" in step} <= people
    assert {step[name] for step in told["steps"] for name in ("to", "post") if name in step} <= keys
    if "page" in told:
        assert told["page"] in {data["slug"]["lv"] for data in read("articles")}
    else:
        assert told["section"] in {data["slug"]["lv"] for data in TOLD["sections"]}
