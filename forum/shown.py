"""A page of posts as a reader sees it."""

from dataclasses import dataclass, field

from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from core.visit import shared_pieces
from forum.access import is_author, may_moderate
from forum.models import Post, Reading, Topic
from forum.structured_data import comment
from forum.writing import excerpt


@dataclass(frozen=True)
class Frame:
    """What stands around posts: the level of their headings, and where an answer is written."""

    answer_url: str
    is_open: bool
    heading: int = 2


@dataclass(frozen=True)
class Piece:
    """A post as those who have not signed in see it, and what machines read of it.

    A mark in the place of a post that is hidden or deleted has nothing for machines.
    """

    number: int
    html: SafeString
    excerpt: str = ""
    data: dict | None = None


@dataclass
class Talk:
    """A part of what was said in a topic: pieces for everybody, posts for one reader."""

    topic: Topic
    page: int
    frame: Frame
    pieces: list[Piece] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    # The reader's own posts that nobody else sees yet.
    waiting: list[Post] = field(default_factory=list)
    moderates: bool = False
    read_number: int = 0
    parameter: str = "page"

    @property
    def page_count(self) -> int:
        return self.topic.page_count

    @property
    def previous(self) -> int:
        """The page before; nought for none."""
        return self.page - 1

    @property
    def next(self) -> int:
        """The page after; nought for none."""
        return self.page + 1 if self.page < self.page_count else 0


def talk(topic: Topic, page: int, person, visit, frame: Frame, *, parameter="page") -> Talk:
    """A page of the topic, counted from 1; the last one where there are fewer."""
    page = min(max(page, 1), topic.page_count)
    shown = Talk(topic, page, frame, parameter=parameter)
    posts = topic.posts.with_place().on_page(page).order_by("number")
    # Whom an editor sees a page as has no number and nothing of their own.
    if person.is_authenticated and person.pk:
        shown.posts = list(posts.with_people())
        _for_person(shown, person)
    else:
        numbers = list(posts.values_list("pk", flat=True))
        shown.pieces = post_pieces(visit, numbers, get_language(), frame)
    for post in shown.posts:
        _describe(post, shown, person)
    return shown


@shared_pieces
def post_pieces(visit, keys, language: str, frame: Frame) -> dict[int, Piece]:
    """The posts with these numbers, of one topic, for those who have not signed in."""
    posts = Post.objects.filter(pk__in=keys).with_people().select_related("topic")
    return {post.pk: _piece(post, frame) for post in posts}


def _piece(post: Post, frame: Frame) -> Piece:
    shown = Talk(post.topic, post.page, frame)
    _describe(post, shown, AnonymousUser())
    html = render_to_string(
        "forum/post.html", {"post": post, "topic": post.topic, "talk": shown, "frame": frame}
    )
    if post.state != Post.State.SHOWN:
        return Piece(post.number, html)
    return Piece(post.number, html, excerpt(post.html), comment(post, post.topic))


def read_number(topic: Topic, person) -> int:
    """How far the person has read in the topic; nought for nobody."""
    if not (person.is_authenticated and person.pk):
        return 0
    readings = Reading.objects.filter(person=person, topic=topic)
    return readings.values_list("number", flat=True).first() or 0


def _for_person(shown: Talk, person):
    topic = shown.topic
    shown.moderates = may_moderate(person, topic.community_key)
    mine = topic.posts.filter(author=person, state=Post.State.HELD)
    shown.waiting = list(mine.with_people().order_by("created_at", "pk"))
    shown.read_number = read_number(topic, person)
    for post in shown.waiting:
        post.topic = topic
        _describe(post, shown, person)


def _describe(post: Post, shown: Talk, person):
    """What the template would otherwise have to ask."""
    post.topic = shown.topic
    post.is_own = is_author(person, post)
    post.is_answer = shown.topic.answer_id == post.pk
    post.is_unread = bool(
        shown.read_number and post.number and post.number > shown.read_number and not post.is_own
    )
    post.is_indented = bool(post.reply_to_id and post.reply_to and (post.reply_to.number or 0) > 1)
