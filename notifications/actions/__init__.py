from notifications.actions.caring import forget_dead_address, prune, send_again
from notifications.actions.delivering import deliver_due
from notifications.actions.gathering import gather_due
from notifications.actions.queueing import queue
from notifications.actions.telling import (
    mark_all_read,
    mark_group_read,
    mark_read,
    notify,
    take_back,
)
from notifications.actions.wishing import change_wishes, resume_letters, stop_letters

__all__ = [
    "change_wishes",
    "deliver_due",
    "forget_dead_address",
    "gather_due",
    "mark_all_read",
    "mark_group_read",
    "mark_read",
    "notify",
    "prune",
    "queue",
    "resume_letters",
    "send_again",
    "stop_letters",
    "take_back",
]
