"""What visitors ask of discussion."""

from forum.views.decisions import block_end, decision_detail, decision_letter
from forum.views.figures import moderation_figures
from forum.views.following import topic_follow, topic_read
from forum.views.own import post_delete, post_edit, post_versions
from forum.views.pictures import post_picture
from forum.views.posts import comment_create, post_create, post_received, topic_create
from forum.views.previewing import preview, similar
from forum.views.queue import queue, queue_decide, review_decide
from forum.views.reports import post_report
from forum.views.search import search_page
from forum.views.tending import (
    post_answer,
    post_moderate,
    post_move,
    topic_merge,
    topic_move,
    topic_tend,
)
from forum.views.topics import post_detail, topic_detail, topic_unread

__all__ = [
    "block_end",
    "comment_create",
    "decision_detail",
    "decision_letter",
    "moderation_figures",
    "post_answer",
    "post_create",
    "post_delete",
    "post_detail",
    "post_edit",
    "post_moderate",
    "post_move",
    "post_picture",
    "post_received",
    "post_report",
    "post_versions",
    "preview",
    "queue",
    "queue_decide",
    "review_decide",
    "search_page",
    "similar",
    "topic_create",
    "topic_detail",
    "topic_follow",
    "topic_merge",
    "topic_move",
    "topic_read",
    "topic_tend",
    "topic_unread",
]
