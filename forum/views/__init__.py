"""What visitors ask of discussion."""

from forum.views.following import topic_follow, topic_read
from forum.views.search import search_page
from forum.views.own import post_delete, post_edit, post_versions
from forum.views.pictures import post_picture
from forum.views.posts import comment_create, post_create, post_received, topic_create
from forum.views.previewing import preview, similar
from forum.views.topics import post_detail, topic_detail, topic_unread

__all__ = [
    "comment_create",
    "post_create",
    "post_delete",
    "post_edit",
    "post_picture",
    "post_received",
    "post_versions",
    "preview",
    "similar",
    "topic_create",
    "post_detail",
    "search_page",
    "topic_detail",
    "topic_follow",
    "topic_read",
    "topic_unread",
]
