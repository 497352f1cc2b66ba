"""What visitors ask of discussion."""

from forum.views.topics import post_detail, topic_detail, topic_unread

__all__ = ["post_detail", "topic_detail", "topic_unread"]
