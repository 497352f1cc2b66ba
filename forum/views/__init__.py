"""What visitors ask of discussion."""

from forum.views.following import topic_follow, topic_read
from forum.views.search import search_page
from forum.views.topics import post_detail, topic_detail, topic_unread

__all__ = [
    "post_detail",
    "search_page",
    "topic_detail",
    "topic_follow",
    "topic_read",
    "topic_unread",
]
