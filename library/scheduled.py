"""What is done for resources when it is due."""

from datetime import timedelta

from core import jobs
from library.actions import ask_for_reviews


def register_jobs():
    """Register the jobs, once, when Django starts."""
    jobs.register("library-reviews", ask_for_reviews, every=timedelta(hours=6))
