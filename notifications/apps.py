from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NotificationsConfig(AppConfig):
    name = "notifications"
    verbose_name = _("Letters")

    def ready(self):
        from core import jobs
        from notifications import actions, gathered, kinds

        kinds.register(gathered.KIND)
        # Before the letters leave, so that what is told at once leaves in the same turn.
        jobs.register("notices", actions.gather_due, every=timedelta(0), is_urgent=True)
        # After a process was killed nobody should wait long for a code. Two at once do no harm:
        # each letter belongs to one of them.
        lease = timedelta(minutes=1)
        jobs.register(
            "letters", actions.deliver_due, every=timedelta(0), lease=lease, is_urgent=True
        )
        jobs.register("prune-letters", actions.prune, every=timedelta(days=1))
