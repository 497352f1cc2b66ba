"""Topics in the words of schema.org."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from forum.writing import plain_text

TEXT_LETTERS = 2000


def discussion(topic, talk) -> dict:
    """A topic as a DiscussionForumPosting, with those of its answers that stand on the page."""
    first = next((piece for piece in talk.pieces if piece.number == 1 and piece.data), None)
    author = first.data["author"] if first else _person(topic.author.name if topic.author else "")
    piece = {
        "@type": "DiscussionForumPosting",
        "headline": topic.title,
        "url": settings.SITE_URL + topic.get_absolute_url(),
        "inLanguage": topic.language,
        "datePublished": _written(topic.created_at),
        "author": author,
        "interactionStatistic": {
            "@type": "InteractionCounter",
            "interactionType": "https://schema.org/CommentAction",
            "userInteractionCount": max(0, topic.post_count - 1),
        },
    }
    if first:
        piece["text"] = first.data["text"]
    answers = [each.data for each in talk.pieces if each.data and each is not first]
    return {**piece, "comment": answers} if answers else piece


def comment(post, topic) -> dict:
    """A post as a Comment."""
    return {
        "@type": "Comment",
        "text": plain_text(post.html)[:TEXT_LETTERS],
        "datePublished": _written(post.shown_at),
        "inLanguage": post.language,
        "author": _person(post.author_name),
        "url": settings.SITE_URL + reverse("forum:post-detail", args=[post.pk]),
    }


def _person(name: str) -> dict:
    return {"@type": "Person", "name": name}


def _written(moment) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds")
