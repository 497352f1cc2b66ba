"""Scheduled work: every app registers its jobs, `manage.py run_due` runs those that are due."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.models import JobRun

logger = logging.getLogger("hub.jobs")

LEASE = timedelta(minutes=10)
# Set when this process was told to end; long jobs look at it between two pieces of work.
stopping = threading.Event()


@dataclass(frozen=True)
class Job:
    """A piece of work that is safe to run twice and after a gap; `run` takes `now`.

    A process that has been at it for longer than `lease` may be dead: another begins as well.
    What `is_urgent` comes first in every turn, because somebody sits and waits.
    """

    name: str
    every: timedelta
    run: Callable[[datetime], None]
    lease: timedelta = LEASE
    is_urgent: bool = False


_registry: dict[str, Job] = {}


def register(
    name: str,
    run: Callable[[datetime], None],
    *,
    every: timedelta,
    lease: timedelta = LEASE,
    is_urgent: bool = False,
):
    """Register a job under its name."""
    _registry[name] = Job(name, every, run, lease, is_urgent)


def registered() -> list[Job]:
    """All jobs, the urgent ones first, else in the order in which they were registered."""
    return sorted(_registry.values(), key=lambda job: not job.is_urgent)


def run_due(now: datetime) -> list[str]:
    """Run every job that is due and that no other process has; return the names that ran."""
    return [job.name for job in registered() if _run_if_due(job, now)]


def _run_if_due(job: Job, now: datetime) -> bool:
    JobRun.objects.get_or_create(name=job.name)
    # A second of grace, so that a timer that fires a little early does not skip a turn.
    due_before = now - job.every + timedelta(seconds=1)
    lease_before = now - job.lease
    if not JobRun.objects.claim(
        job.name, now=now, due_before=due_before, lease_before=lease_before
    ):
        return False
    failure = ""
    try:
        job.run(now)
    except Exception as error:
        failure = type(error).__name__
        logger.exception("job failed", extra={"job": job.name})
    # A lease that ran out belongs to whoever took it since: only our own turn is closed.
    JobRun.objects.filter(name=job.name, started_at=now).update(finished_at=now, failure=failure)
    return True
