from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from forum.actions import follow, mark_read, mute, unfollow
from forum.models import Following, Reading
from tests.forum import making

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
KEY = uuid4()


@pytest.fixture
def anna(db):
    return making.person("Anna")


def wishes(person) -> list:
    return list(Following.objects.filter(person=person).values_list("wish", flat=True))


def test_a_person_has_one_wish_for_one_thing(anna):
    for deed, wish in ((follow, "follows"), (follow, "follows"), (mute, "muted"), (mute, "muted")):
        deed(person=anna, key=KEY, now=NOW)
        assert wishes(anna) == [wish]
    unfollow(person=anna, key=KEY)
    assert wishes(anna) == []


def test_whoever_wants_to_hear_nothing_hears_nothing_after_answering(anna):
    mute(person=anna, key=KEY, now=NOW)
    follow(person=anna, key=KEY, now=NOW)
    assert wishes(anna) == ["muted"]


def test_reading_goes_on_and_never_back(site, anna):
    topic = making.topic(making.section(making.forum(site)))
    later = NOW + timedelta(hours=1)
    for number, now, kept in ((3, NOW, (3, NOW)), (1, later, (3, NOW)), (9, later, (9, later))):
        mark_read(person=anna, topic=topic, number=number, now=now)
        assert Reading.objects.values_list("number", "read_at").get() == kept
