from forum.models.following import Following, Reading
from forum.models.moderating import (
    Block,
    Decision,
    DutyTurn,
    Objection,
    Reason,
    Report,
    Review,
)
from forum.models.pages import ForumPage, ForumSectionPage
from forum.models.posts import Mention, Post, PostPicture, PostVersion
from forum.models.settings import ForumSettings
from forum.models.topics import TaggedTopic, Topic, TopicTag

__all__ = [
    "Block",
    "Decision",
    "DutyTurn",
    "Following",
    "ForumPage",
    "ForumSectionPage",
    "ForumSettings",
    "Mention",
    "Objection",
    "Post",
    "PostPicture",
    "PostVersion",
    "Reading",
    "Reason",
    "Report",
    "Review",
    "TaggedTopic",
    "Topic",
    "TopicTag",
]
