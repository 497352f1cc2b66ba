from forum.actions.blocking import block, unblock
from forum.actions.changing import delete_post, edit_post
from forum.actions.deciding import Choice, decide, decide_many
from forum.actions.following import choose, follow, mark_read, mute, unfollow
from forum.actions.objecting import can_object, decide_objection, object_to
from forum.actions.pictures import keep_pictures
from forum.actions.posting import NewPost, Submitted, begin_topic, comment_on, submit_post
from forum.actions.reporting import report_post
from forum.actions.reviewing import approve, approve_changed, hide, keep, refuse, restore, warn
from forum.actions.showing import AlreadyDecided, publish, put_back, withdraw
from forum.actions.tending import (
    deeds_for,
    mark_answer,
    merge_topics,
    move_posts,
    move_topic,
    tend,
    with_later,
)

__all__ = [
    "Choice",
    "approve",
    "approve_changed",
    "block",
    "can_object",
    "decide",
    "decide_many",
    "decide_objection",
    "deeds_for",
    "hide",
    "keep",
    "mark_answer",
    "merge_topics",
    "move_posts",
    "move_topic",
    "object_to",
    "refuse",
    "report_post",
    "restore",
    "tend",
    "unblock",
    "warn",
    "with_later",
    "AlreadyDecided",
    "NewPost",
    "Submitted",
    "begin_topic",
    "choose",
    "comment_on",
    "delete_post",
    "edit_post",
    "follow",
    "keep_pictures",
    "mark_read",
    "mute",
    "publish",
    "put_back",
    "submit_post",
    "unfollow",
    "withdraw",
]
