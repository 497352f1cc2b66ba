from notifications.actions.caring import forget_dead_address, prune, send_again
from notifications.actions.delivering import deliver_due
from notifications.actions.queueing import queue

__all__ = ["deliver_due", "forget_dead_address", "prune", "queue", "send_again"]
