"""The scheduled work of the discussions."""

from datetime import timedelta

from core import jobs
from forum.actions.escalating import escalate


def register_jobs():
    """Register the jobs."""
    jobs.register("forum-overdue", escalate, every=timedelta(minutes=15))
