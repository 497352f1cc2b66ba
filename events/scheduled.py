"""What is done for events when it is due."""

from datetime import timedelta

from core import jobs
from events.actions import (
    ask_for_results,
    fetch_calendars,
    forget_past,
    forget_proposals,
    reach_further,
    remind,
)


def register_jobs():
    """Register the jobs, once, when Django starts."""
    jobs.register("event-times", reach_further, every=timedelta(days=7))
    jobs.register("event-reminders", remind, every=timedelta(minutes=10))
    jobs.register("event-results", ask_for_results, every=timedelta(hours=1))
    jobs.register("event-sign-ups", forget_past, every=timedelta(hours=6))
    jobs.register("outside-calendars", fetch_calendars, every=timedelta(hours=1))
    jobs.register("event-proposals", forget_proposals, every=timedelta(hours=6))
