"""A page of posts as a reader sees it."""

from dataclasses import dataclass, field

from forum.access import is_author, may_moderate, office_of
from forum.models import Post, Reading, Topic


@dataclass
class Talk:
    """A part of what was said in a topic, for one reader."""

    topic: Topic
    page: int
    posts: list[Post]
    # The reader's own posts that nobody else sees yet.
    waiting: list[Post] = field(default_factory=list)
    moderates: bool = False
    office: str = ""
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

    @property
    def is_last(self) -> bool:
        return self.page >= self.page_count


def talk(topic: Topic, page: int, person, *, parameter: str = "page") -> Talk:
    """A page of the topic, counted from 1; the last one where there are fewer."""
    page = min(max(page, 1), topic.page_count)
    posts = list(topic.posts.with_place().on_page(page).with_people().order_by("number"))
    shown = Talk(topic, page, posts, parameter=parameter)
    if person.is_authenticated:
        _for_person(shown, person)
    for post in posts:
        _describe(post, shown, person)
    return shown


def _for_person(shown: Talk, person):
    topic = shown.topic
    shown.moderates = may_moderate(person, topic.community_key)
    shown.office = office_of(person, topic.community_key)
    mine = topic.posts.filter(author=person, state=Post.State.HELD)
    shown.waiting = list(mine.with_people().order_by("created_at", "pk")) if person.pk else []
    reading = Reading.objects.filter(person=person, topic=topic) if person.pk else Reading.objects
    shown.read_number = reading.values_list("number", flat=True).first() or 0 if person.pk else 0
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
