"""What people follow, never want to hear of, and how far they have read."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest

from forum import notices
from forum.models import Following, Reading, Topic
from notifications.actions import mark_group_read


@transaction.atomic
def follow(*, person, key, now: datetime):
    """Tell the person of what is said there from now on; a wish not to be told stays."""
    Following.objects.get_or_create(person=person, key=key, defaults={"since": now})


@transaction.atomic
def choose(*, person, key, wish: str, now: datetime):
    """Write down the person's wish in place of any before."""
    fields = {"wish": wish, "since": now}
    Following.objects.update_or_create(person=person, key=key, defaults=fields)


def mute(*, person, key, now: datetime):
    """Never tell the person of what is said there."""
    choose(person=person, key=key, wish=Following.Wish.MUTED, now=now)


def unfollow(*, person, key):
    """Neither follow nor mute any more."""
    Following.objects.filter(person=person, key=key).delete()


@transaction.atomic
def mark_read(*, person, topic: Topic, number: int, now: datetime):
    """Remember that the person has read the topic as far as this number."""
    row, created = Reading.objects.get_or_create(
        person=person, topic=topic, defaults={"number": number, "read_at": now}
    )
    if not created and number > row.number:
        Reading.objects.filter(pk=row.pk).update(number=Greatest(F("number"), number), read_at=now)
    mark_group_read(person=person, group=notices.group_of(topic), now=now)
