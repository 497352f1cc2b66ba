"""Whom a post names, remembered for those who tell them."""

from itertools import chain

from forum import writing
from forum.models import Mention, Post
from members.models import User

# A post that names more people names nobody in particular.
MOST_MENTIONS = 10


def keep_mentions(post: Post):
    """Remember whom the words name; whether they may read them is asked when they are told."""
    people = _named(writing.mentioned(post.text)).exclude(pk=post.author_id)[:MOST_MENTIONS]
    Mention.objects.filter(post=post).exclude(person__in=list(people)).delete()
    Mention.objects.bulk_create(
        [Mention(post=post, person=person) for person in people], ignore_conflicts=True
    )


def _named(names: list[str]):
    """Those who go by one of the names; of a name and the words after it, the longest counts."""
    beginnings = [_beginnings(name) for name in names]
    known = User.objects.filter(display_name__in=chain(*beginnings), is_active=True)
    called = set(known.values_list("display_name", flat=True))
    longest = (next((part for part in parts if part in called), "") for parts in beginnings)
    return known.filter(display_name__in=set(longest) - {""}).order_by("pk")


def _beginnings(name: str) -> list[str]:
    """A name may be followed by words that do not belong to it; the longest comes first."""
    words = name.rstrip(".,;:!?’'-").split(" ")
    return [" ".join(words[:end]) for end in range(len(words), 0, -1)]
