"""The scheduled work of the discussions."""

from datetime import timedelta

from core import jobs
from forum.actions.escalating import escalate
from forum.actions.pictures import prune_pictures
from forum.actions.pruning import prune_topics


def register_jobs():
    """Register the jobs."""
    jobs.register("forum-overdue", escalate, every=timedelta(minutes=15))
    jobs.register("forum-pictures", prune_pictures, every=timedelta(days=1))
    jobs.register("forum-topics", prune_topics, every=timedelta(days=1))
