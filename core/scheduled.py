"""The scheduled work that the site itself has."""

from datetime import datetime, timedelta

from django.core.management import call_command
from django_tasks import default_task_backend
from django_tasks_db.backend import DatabaseBackend
from django_tasks_db.management.commands.db_worker import Worker

from core import jobs

KEEP_TASK_RESULTS_DAYS = 7


def publish_scheduled(now: datetime):
    """Publish what is due and take down what has expired."""
    call_command("publish_scheduled", verbosity=0)


def drain_tasks(now: datetime):
    """Do the queued work: search index, references, deletion of files."""
    if not isinstance(default_task_backend, DatabaseBackend):
        return
    Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=1000,
        worker_id=f"run-due-{now:%Y%m%d%H%M%S%f}",
        excluded_queue_names=[],
    ).run()


def prune(now: datetime):
    """Forget finished tasks and sessions that ended."""
    if isinstance(default_task_backend, DatabaseBackend):
        call_command("prune_db_task_results", min_age_days=KEEP_TASK_RESULTS_DAYS, verbosity=0)
    call_command("clearsessions", verbosity=0)


def register_jobs():
    """Register the jobs, most urgent first."""
    jobs.register("publish-scheduled", publish_scheduled, every=timedelta(minutes=1))
    jobs.register("drain-tasks", drain_tasks, every=timedelta(0))
    jobs.register("prune", prune, every=timedelta(days=1))
