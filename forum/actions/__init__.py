from forum.actions.changing import delete_post, edit_post
from forum.actions.following import choose, follow, mark_read, mute, unfollow
from forum.actions.pictures import keep_pictures
from forum.actions.posting import NewPost, Submitted, begin_topic, comment_on, submit_post
from forum.actions.showing import AlreadyDecided, publish, put_back, withdraw

__all__ = [
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
