"""What tests of moderation begin with: reasons, and posts that wait, were reported or hidden."""

from datetime import timedelta

from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Site

from core.roles import EDITORS
from forum import actions
from forum.models import ForumSettings, Post, Reason, Review
from tests.forum import making


def reason() -> Reason:
    """The first of the reasons that the site begins with."""
    return Reason.objects.order_by("pk").first()


def hide_at(weight: int):
    """So much must be reported before a post is hidden until it is looked at."""
    site = Site.objects.get(is_default_site=True)
    ForumSettings.objects.update_or_create(site=site, defaults={"hides_at": weight})


def editor(name: str):
    """One more of the municipality's editors."""
    found = making.person(name)
    found.groups.add(Group.objects.get(name=EDITORS))
    return found


def known(name: str, topic):
    """Somebody of whom one post was shown, so that their reports count."""
    found = making.person(name)
    making.post(topic, author=found, text=f"{name} šeit raksta pirmo reizi, lai viņu pazītu.")
    return found


def review_of(post) -> Review:
    """What waits about the post."""
    return Review.objects.select_related("post__topic", "version").get(post=post, closed_at=None)


def reported(post, *people, now=None) -> Review:
    """The post, reported by these people."""
    for person in people:
        actions.report_post(
            post=post, person=person, reason=reason(), note="", now=now or timezone.now()
        )
    return review_of(post)


def hidden(post, by, now=None):
    """The decision by which the post was hidden."""
    return actions.hide(post=post, by=by, reason=reason(), now=now or timezone.now())


def changed_and_waiting(post, now=None) -> Review:
    """What waits when the author of a shown post changes it and is not known well enough."""
    text = " un ".join(f"https://adrese.example/{number}" for number in range(12))
    actions.edit_post(
        post=_with_place(post), person=post.author, text=text, now=now or timezone.now()
    )
    return review_of(post)


def _with_place(post):
    place = post.topic.place if hasattr(post.topic, "place") else making._place_of(post.topic)
    post = Post.objects.select_related("topic", "author").get(pk=post.pk)
    post.topic.place = place
    return post


DAY = timedelta(days=1)
