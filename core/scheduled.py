"""The scheduled work that the site itself has."""

from datetime import datetime, timedelta

from django.core.management import call_command
from django_tasks import TaskResultStatus, task_backends
from django_tasks_db.backend import DatabaseBackend
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from core import jobs

KEEP_TASK_RESULTS_DAYS = 7
# Small batches, so that whoever stops the process waits for one of them and not for the queue.
TASKS_A_BATCH = 20
BATCHES_A_TURN = 50


def publish_scheduled(now: datetime):
    """Publish what is due and take down what has expired."""
    call_command("publish_scheduled", verbosity=0)


def _has_queue() -> bool:
    # The shortcut `default_task_backend` is a proxy and of no backend's class.
    return isinstance(task_backends["default"], DatabaseBackend)


def drain_tasks(now: datetime):
    """Do the queued work: search index, references, deletion of files."""
    if not _has_queue():
        return
    _put_back_abandoned(now)
    for _ in range(BATCHES_A_TURN):
        if jobs.stopping.is_set() or not DBTaskResult.objects.ready().exists():
            return
        _do_batch(now)


def _put_back_abandoned(now):
    # A process that was killed leaves its task begun, and nobody else would ever take it.
    begun = DBTaskResult.objects.running().filter(started_at__lt=now - jobs.LEASE)
    begun.update(status=TaskResultStatus.READY, started_at=None)


def _do_batch(now):
    Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=TASKS_A_BATCH,
        worker_id=f"run-due-{now:%Y%m%d%H%M%S%f}",
        excluded_queue_names=[],
    ).run()


def prune(now: datetime):
    """Forget finished tasks and sessions that ended."""
    if _has_queue():
        call_command("prune_db_task_results", min_age_days=KEEP_TASK_RESULTS_DAYS, verbosity=0)
    call_command("clearsessions", verbosity=0)


def register_jobs():
    """Register the jobs, most urgent first."""
    jobs.register("publish-scheduled", publish_scheduled, every=timedelta(minutes=1))
    jobs.register("drain-tasks", drain_tasks, every=timedelta(0))
    jobs.register("prune", prune, every=timedelta(days=1))
