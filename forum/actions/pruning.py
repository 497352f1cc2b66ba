"""Forgetting what was said where there is no page any more."""

from datetime import datetime

from django.db import transaction
from wagtail.models import Page

from core import jobs
from forum.actions.pictures import forget_picture
from forum.models import Following, PostPicture, Topic

# So that a large section does not hold up the other work of a turn.
TOPICS_A_TURN = 200


def prune_topics(now: datetime):
    """Forget talk whose page was deleted in every language: nobody can read it ever again."""
    gone = Topic.objects.exclude(place_key__in=Page.objects.values("translation_key"))
    for topic in gone.order_by("pk")[:TOPICS_A_TURN]:
        if jobs.stopping.is_set():
            return
        _prune(topic)


@transaction.atomic
def _prune(topic):
    for picture in PostPicture.objects.filter(post__topic=topic):
        forget_picture(picture)
    Following.objects.filter(key__in=[topic.key, topic.place_key]).delete()
    topic.delete()
