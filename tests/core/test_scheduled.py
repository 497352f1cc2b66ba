from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page
from wagtail.tasks import update_reference_index_task

from core import jobs, scheduled
from core.models import JobRun

LATER = timedelta(minutes=1)


@pytest.fixture
def queue(transactional_db, settings):
    """The queue as every profile but the tests' has it, with one task in it."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    update_reference_index_task.enqueue("wagtailcore", "page", "1")
    return DBTaskResult.objects.all()


def statuses(queue) -> list[str]:
    return list(queue.values_list("status", flat=True))


def test_queued_work_is_done(queue):
    scheduled.drain_tasks(datetime.now(UTC))
    assert statuses(queue) == [TaskResultStatus.SUCCESSFUL]


def test_the_same_upkeep_is_done_once_however_often_it_was_asked_for(queue):
    for model in ("page", "collection", "page", "collection"):
        update_reference_index_task.enqueue("wagtailcore", model, "1")
    last = set(queue.order_by("-enqueued_at").values_list("pk", flat=True)[:2])
    scheduled.drain_tasks(datetime.now(UTC))
    assert set(queue.values_list("pk", flat=True)) == last
    assert statuses(queue) == [TaskResultStatus.SUCCESSFUL] * 2


def test_all_that_there_is_time_for_is_done_in_one_turn(queue):
    root = Page.get_first_root_node()
    for number in range(20):
        root.add_child(title=f"Lapa {number}")
    scheduled.drain_tasks(datetime.now(UTC))
    assert set(statuses(queue)) == {TaskResultStatus.SUCCESSFUL}


def test_a_long_queue_lets_letters_pass(queue, monkeypatch):
    monkeypatch.setattr(scheduled, "TURN_SECONDS", 0)
    for model in ("collection", "locale"):
        update_reference_index_task.enqueue("wagtailcore", model, "1")
    for done in (1, 2, 3):
        scheduled.drain_tasks(datetime.now(UTC))
        assert statuses(queue).count(TaskResultStatus.SUCCESSFUL) == done


def test_work_of_a_killed_process_is_done_once_its_lease_is_over(queue):
    queue.get().claim("killed")
    begun_at = queue.get().started_at
    scheduled.drain_tasks(begun_at + jobs.LEASE - LATER)
    assert statuses(queue) == [TaskResultStatus.RUNNING]
    scheduled.drain_tasks(begun_at + jobs.LEASE + LATER)
    assert statuses(queue) == [TaskResultStatus.SUCCESSFUL]


def test_a_process_told_to_end_leaves_the_queue_to_the_next(queue):
    jobs.stopping.set()
    try:
        scheduled.drain_tasks(datetime.now(UTC))
    finally:
        jobs.stopping.clear()
    assert statuses(queue) == [TaskResultStatus.READY]


def test_finished_work_is_forgotten_after_a_week(queue):
    now = datetime.now(UTC)
    scheduled.drain_tasks(now)
    scheduled.prune(now)
    assert queue.exists()
    queue.update(finished_at=now - timedelta(days=scheduled.KEEP_TASK_RESULTS_DAYS, minutes=1))
    scheduled.prune(now)
    assert not queue.exists()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="asks for the journal of SQLite")
def test_the_journal_does_not_keep_what_was_deleted(transactional_db):
    if connection.is_in_memory_db():
        pytest.skip("a database in memory has no journal")
    journal = Path(f"{connection.settings_dict['NAME']}-wal")
    JobRun.objects.create(name="kaut kas")
    assert journal.stat().st_size > 0
    scheduled.prune(datetime.now(UTC))
    assert journal.stat().st_size == 0
