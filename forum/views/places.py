"""Where something is about to be said, and what its form says about it."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from core.shell import Link
from forum.access import community_of_page, community_of_section, may_begin_topics, may_write
from forum.comments import forum_settings, takes_comments
from forum.models import Topic


@dataclass(frozen=True)
class Place:
    """A place to write at: `kind` is the pending action's, `target` what it needs to find it.

    `way` are the links above it; `closed` says why nothing can be said there, empty while it can.
    """

    kind: str
    target: dict
    title: str
    address: tuple
    way: tuple[Link, ...]
    button: str
    community_key: UUID | None = None
    topic: Topic | None = None
    closed: str = ""
    begins_topic: bool = False
    about: str = ""


def place_of_topic(topic: Topic, person) -> Place:
    """A topic of the forum that is answered."""
    is_open, page = may_write(person, topic), topic.place
    return Place(
        kind="forum.post",
        target={"topic": topic.pk},
        title=_("Answer"),
        address=("forum:post-create", topic.pk),
        way=(Link(page.title, page.url_path), Link(topic.title, topic.get_absolute_url())),
        button=_("Send the answer"),
        community_key=topic.community_key,
        topic=topic,
        closed="" if is_open else _("This topic has been closed: nothing more is added to it."),
        about=topic.title,
    )


def place_of_page(page, topic: Topic | None, visit, person) -> Place:
    """A page that takes comments."""
    key = topic.community_key if topic else community_of_page(page)
    is_open = takes_comments(page, forum_settings(visit), visit.now)
    is_open = is_open and (topic is None or may_write(person, topic))
    return Place(
        kind="forum.comment",
        target={"page": str(page.translation_key)},
        title=_("Write a comment"),
        address=("forum:comment-create", page.translation_key),
        way=(Link(page.title, page.url_path),),
        button=_("Send the comment"),
        community_key=key,
        topic=topic,
        closed="" if is_open else _("Nothing more can be said under this page."),
        about=page.title,
    )


def place_of_section(section, person) -> Place:
    """A section of the forum, where a topic is begun."""
    return Place(
        kind="forum.topic",
        target={"section": str(section.translation_key)},
        title=_("Begin a topic"),
        address=("forum:topic-create", section.translation_key),
        way=(Link(section.title, section.url_path),),
        button=_("Begin the topic"),
        community_key=community_of_section(section),
        closed="" if may_begin_topics(person, section) else _only_editors(),
        begins_topic=True,
        about=section.title,
    )


def _only_editors() -> str:
    return _("Topics are begun here by editors alone. You can answer in any of them.")
