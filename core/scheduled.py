"""The scheduled work that the site itself has."""

import json
import time
from datetime import datetime, timedelta

from django.core.management import call_command
from django.db import connection
from django_tasks import TaskResultStatus, task_backends
from django_tasks_db.backend import DatabaseBackend
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from core import jobs
from core.search_renewal import renew_keys

KEEP_TASK_RESULTS_DAYS = 7
# After so long the queue waits for the next turn, because letters with codes wait meanwhile.
TURN_SECONDS = 10
# Looks at a thing as it then is, so that once for all changes before is as good as once for each.
UPKEEP = (
    "modelsearch.tasks.insert_or_update_object_task",
    "wagtail.tasks.update_reference_index_task",
    "core.tasks.make_renditions",
    "core.tasks.draft_translations",
)
ROWS_AT_ONCE = 500


def publish_scheduled(now: datetime):
    """Publish what is due and take down what has expired."""
    call_command("publish_scheduled", verbosity=0)


def _has_queue() -> bool:
    # The shortcut `default_task_backend` is a proxy and of no backend's class.
    return isinstance(task_backends["default"], DatabaseBackend)


def drain_tasks(now: datetime):
    """Do queued work, as much as a turn has time for: search index, pictures, deletion of files."""
    if not _has_queue():
        return
    _put_back_abandoned(now)
    _forget_repeats()
    ends_at = time.monotonic() + TURN_SECONDS
    while not jobs.stopping.is_set() and DBTaskResult.objects.ready().exists():
        # One by one: a picture may take seconds, and whoever stops the process waits for one alone.
        _do_next(now)
        if time.monotonic() > ends_at:
            return


def _put_back_abandoned(now):
    # A process that was killed leaves its task begun, and nobody else would ever take it.
    begun = DBTaskResult.objects.running().filter(started_at__lt=now - jobs.LEASE)
    begun.update(status=TaskResultStatus.READY, started_at=None)


def _forget_repeats():
    """Of the same upkeep, asked for again and again, the last asking is enough."""
    waiting = (
        DBTaskResult.objects.ready().filter(task_path__in=UPKEEP).order_by("enqueued_at", "pk")
    )
    seen = {}
    for key, path, arguments in waiting.values_list("pk", "task_path", "args_kwargs"):
        seen.setdefault((path, json.dumps(arguments, sort_keys=True)), []).append(key)
    repeats = [key for keys in seen.values() for key in keys[:-1]]
    for begin in range(0, len(repeats), ROWS_AT_ONCE):
        part = repeats[begin : begin + ROWS_AT_ONCE]
        # What another process has begun meanwhile is left to it.
        DBTaskResult.objects.ready().filter(pk__in=part).delete()


def _do_next(now):
    Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=1,
        worker_id=f"run-due-{now:%Y%m%d%H%M%S%f}",
        excluded_queue_names=[],
    ).run()


def prune(now: datetime):
    """Forget finished tasks and sessions that ended, and what the database's journal remembers."""
    if _has_queue():
        call_command("prune_db_task_results", min_age_days=KEEP_TASK_RESULTS_DAYS, verbosity=0)
    call_command("clearsessions", verbosity=0)
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        # The journal holds what was deleted until it is written over.
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def register_jobs():
    """Register the jobs, most urgent first."""
    jobs.register("publish-scheduled", publish_scheduled, every=timedelta(minutes=1))
    jobs.register("drain-tasks", drain_tasks, every=timedelta(0))
    jobs.register("search-keys", renew_keys, every=timedelta(minutes=1))
    jobs.register("prune", prune, every=timedelta(days=1))
