"""What is done for resources when it is due."""

from datetime import timedelta

from core import jobs
from library.actions import ask_for_reviews
from library.asking.actions import forget_requests
from library.use.actions import fold_downloads


def register_jobs():
    """Register the jobs, once, when Django starts."""
    jobs.register("library-reviews", ask_for_reviews, every=timedelta(hours=6))
    jobs.register("library-requests", forget_requests, every=timedelta(days=1))
    jobs.register("library-downloads", fold_downloads, every=timedelta(days=1))
