"""Finding what was said: through the same query as the pages, so that nobody finds more."""

from dataclasses import dataclass
from itertools import chain
from uuid import UUID

from django.db.models import Case, OuterRef, Subquery, When
from django.urls import reverse
from django.utils.translation import get_language

from core import search_index
from core.access import pages_open_to
from core.search_index import matching
from core.search_query import Query, keys_of, marked, query_of
from forum import writing
from forum.access import open_keys, posts_at, posts_for, topics_at
from forum.models import Post, Topic

__all__ = [
    "Finding",
    "Found",
    "findings",
    "keys_of",
    "keys_of_post",
    "keys_of_topic",
    "search",
    "similar",
]

# Nobody reads on after so many; they add a word.
MOST_FOUND = 100
FOUND_PER_PAGE = 20
MOST_SIMILAR = 5
WORDS_OF_TITLE = 6


@dataclass(frozen=True)
class Found:
    """The numbers of posts, the best first; `has_more` when there are more than are told."""

    posts: tuple[int, ...]
    has_more: bool


@dataclass(frozen=True)
class Finding:
    """A post that was found: where it is, and the parts of its words, each marked or not."""

    post: Post
    title: str
    address: str
    place_title: str
    place_address: str
    parts: list[tuple[str, bool]]


def keys_of_topic(topic: Topic) -> str:
    """What the topic is found by: its title and its tags."""
    return keys_of(topic.title, *(tag.name for tag in topic.tags.all()))


def keys_of_post(post: Post) -> str:
    """What the post is found by: its words, and those of the topic that it begins."""
    words = writing.plain_text(post.html)
    return (
        f"{keys_of_topic(post.topic)} {keys_of(words)}".strip()
        if post.begins_topic
        else keys_of(words)
    )


def register_keys():
    """Let topics and posts be searched, once, when Django starts."""
    search_index.register("forum.Topic", keys_of_topic, "tags")
    search_index.register("forum.Post", keys_of_post, "topic__tags")


def search(person, query: Query, now, place_key: UUID | None = None) -> Found:
    """The posts that hold all the words: topics with them in the title first, then the newest."""
    # As values: a database that does not know how many there are plans for hardly any.
    open_to_them = open_keys(person, now).values_list("translation_key", flat=True)
    keys = set(open_to_them.filter(translation_key=place_key) if place_key else open_to_them)
    topics, posts = topics_at(keys), posts_at(keys)
    first = Post.objects.shown().filter(topic=OuterRef("pk")).order_by("number")
    titled = matching(topics.annotate(first=Subquery(first.values("pk")[:1])), query)
    saying = matching(posts, query)
    numbers = dict.fromkeys(
        chain(
            filter(None, titled.values_list("first", flat=True)[: MOST_FOUND + 1]),
            saying.values_list("pk", flat=True)[: MOST_FOUND + 1],
        )
    )
    return Found(tuple(numbers)[:MOST_FOUND], len(numbers) > MOST_FOUND)


def findings(numbers, query: Query, visit, person) -> list[Finding]:
    """What is shown of the posts with these numbers, in this order."""
    pages = pages_open_to(visit.circles, visit.now)
    of_topic = pages.filter(translation_key=OuterRef("topic__place_key"))
    mine_first = Case(When(locale__language_code=get_language(), then=0), default=1)
    place = of_topic.order_by(mine_first, "pk")
    posts = (
        posts_for(person, visit.now)
        .select_related("topic")
        .annotate(
            place_title=Subquery(place.values("title")[:1]),
            place_address=Subquery(place.values("url_path")[:1]),
        )
    )
    found = posts.in_bulk(list(numbers))
    return [_finding(found[number], query) for number in numbers if number in found]


def similar(title: str, topics) -> list[Topic]:
    """At most five of the topics: those that share most words with the title, the newest first."""
    query = query_of(title, is_typed=False)
    words = sorted(query.words, key=lambda keys: -len(keys[0]))[:WORDS_OF_TITLE]
    found: dict[int, Topic] = {}
    # One word in common says little, unless there are hardly more.
    for least in range(len(words), 0 if len(words) < 3 else 1, -1):
        sharing = matching(topics, Query(tuple(words), least)).exclude(pk__in=list(found))
        found |= {topic.pk: topic for topic in sharing[: MOST_SIMILAR - len(found)]}
        if len(found) == MOST_SIMILAR:
            break
    return list(found.values())


def _finding(post: Post, query: Query) -> Finding:
    topic = post.topic
    own_address = reverse("forum:post-detail", args=[post.pk])
    return Finding(
        post=post,
        title=topic.title or post.place_title,
        address=topic.get_absolute_url() if post.is_first else own_address,
        place_title=post.place_title,
        place_address=post.place_address,
        parts=marked(writing.plain_text(post.html), query),
    )
