"""What is done for events when it is due."""

from datetime import timedelta

from core import jobs
from events.actions import reach_further


def register_jobs():
    """Register the jobs, once, when Django starts."""
    jobs.register("event-times", reach_further, every=timedelta(days=7))
