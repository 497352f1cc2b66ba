"""Topics in the words of schema.org."""

from django.conf import settings
from django.utils import timezone

from forum.models import Post
from forum.writing import plain_text

TEXT_LETTERS = 2000


def discussion(topic, talk, shell) -> dict:
    """A topic as a DiscussionForumPosting, with those of its answers that stand on the page."""
    shown = [post for post in talk.posts if post.state == Post.State.SHOWN]
    first = next((post for post in shown if post.number == 1), None)
    piece = {
        "@type": "DiscussionForumPosting",
        "headline": topic.title,
        "url": settings.SITE_URL + topic.get_absolute_url(),
        "inLanguage": topic.language,
        "datePublished": _written(topic.created_at),
        "author": _person(first.author_name if first else topic_author(topic)),
        "interactionStatistic": {
            "@type": "InteractionCounter",
            "interactionType": "https://schema.org/CommentAction",
            "userInteractionCount": max(0, topic.post_count - 1),
        },
    }
    if first:
        piece["text"] = plain_text(first.html)[:TEXT_LETTERS]
    answers = [_answer(post, topic) for post in shown if post is not first]
    return {**piece, "comment": answers} if answers else piece


def topic_author(topic) -> str:
    """What whoever began the topic is called."""
    return topic.author.name if topic.author else ""


def _answer(post, topic) -> dict:
    return {
        "@type": "Comment",
        "text": plain_text(post.html)[:TEXT_LETTERS],
        "datePublished": _written(post.shown_at),
        "inLanguage": post.language,
        "author": _person(post.author_name),
        "url": f"{settings.SITE_URL}{topic.get_absolute_url()}#{post.anchor}",
    }


def _person(name: str) -> dict:
    return {"@type": "Person", "name": name}


def _written(moment) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds")
