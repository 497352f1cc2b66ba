import logging
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection

from core import jobs
from core.models import JobRun
from tests.services.supervisor import CHECKOUT
from tests.services.template import database_url

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def _no_jobs_but_our_own(monkeypatch):
    monkeypatch.setattr(jobs, "_registry", {})
    yield
    jobs.stopping.clear()


@pytest.fixture
def turns(db):
    """The moments at which the job `watch`, due every minute, was run."""
    moments = []
    jobs.register("watch", moments.append, every=MINUTE)
    return moments


def test_the_site_has_these_jobs():
    from core.scheduled import register_jobs

    register_jobs()
    names = [job.name for job in jobs.registered()]
    assert names == ["publish-scheduled", "drain-tasks", "search-keys", "prune"]


def test_a_job_runs_once_in_its_time(turns):
    assert jobs.run_due(NOW) == ["watch"]
    assert jobs.run_due(NOW) == jobs.run_due(NOW + 58 * SECOND) == []
    # A timer may fire a little early.
    assert jobs.run_due(NOW + 59 * SECOND) == ["watch"]
    assert turns == [NOW, NOW + 59 * SECOND]


def test_after_a_gap_a_job_runs_once_and_not_for_every_turn_that_was_missed(turns):
    jobs.run_due(NOW)
    week = NOW + timedelta(days=7)
    assert jobs.run_due(week) == ["watch"]
    assert jobs.run_due(week + SECOND) == []


def test_a_job_without_a_pause_runs_every_time(db):
    jobs.register("drain", lambda now: None, every=timedelta(0))
    assert jobs.run_due(NOW) == jobs.run_due(NOW) == ["drain"]


def test_jobs_run_in_the_order_in_which_they_came(turns):
    jobs.register("after", lambda now: None, every=MINUTE)
    assert jobs.run_due(NOW) == ["watch", "after"]


def test_an_urgent_job_comes_before_all_others(turns):
    jobs.register("letters", lambda now: None, every=MINUTE, is_urgent=True)
    assert jobs.run_due(NOW) == ["letters", "watch"]


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_one_process_runs_the_job():
    moments = []

    def work(now):
        moments.append(now)
        time.sleep(0.2)

    def process(_number):
        try:
            return jobs.run_due(NOW)
        finally:
            connection.close()

    jobs.register("watch", work, every=MINUTE)
    with ThreadPoolExecutor(6) as pool:
        ran = [names for names in pool.map(process, range(6)) if names]
    assert (ran, moments) == ([["watch"]], [NOW])


@pytest.mark.parametrize(("age", "is_taken"), [(-SECOND, False), (SECOND, True)])
def test_a_job_of_a_killed_process_is_taken_over_once_its_lease_is_over(turns, age, is_taken):
    JobRun.objects.create(name="watch", started_at=NOW - jobs.LEASE - age)
    assert jobs.run_due(NOW) == (["watch"] if is_taken else [])


def test_a_job_may_have_a_shorter_lease(db):
    moments = []
    jobs.register("watch", moments.append, every=MINUTE, lease=2 * MINUTE)
    JobRun.objects.create(name="watch", started_at=NOW)
    assert jobs.run_due(NOW + 2 * MINUTE) == []
    assert jobs.run_due(NOW + 2 * MINUTE + SECOND) == ["watch"]


def test_whoever_overran_the_lease_does_not_end_the_turn_of_the_next(db):
    def overrun(now):
        JobRun.objects.update(started_at=now + jobs.LEASE)

    jobs.register("watch", overrun, every=MINUTE)
    jobs.run_due(NOW)
    assert JobRun.objects.get().finished_at is None


def fail(now):
    raise ZeroDivisionError("Anna Bērziņa")


def test_a_failure_is_noted_and_stops_no_other_job(db, caplog):
    moments = []
    jobs.register("broken", fail, every=MINUTE)
    jobs.register("watch", moments.append, every=MINUTE)
    with caplog.at_level(logging.ERROR, "hub.jobs"):
        assert jobs.run_due(NOW) == ["broken", "watch"]
    assert moments == [NOW]
    assert JobRun.objects.get(name="broken").failure == "ZeroDivisionError"
    [record] = caplog.records
    assert (record.message, record.job) == ("job failed", "broken")


def test_a_job_that_failed_is_tried_again_at_its_next_turn(turns):
    JobRun.objects.create(name="watch", started_at=NOW, finished_at=NOW, failure="OSError")
    assert jobs.run_due(NOW + MINUTE) == ["watch"]
    assert JobRun.objects.get().failure == ""


@pytest.mark.django_db(transaction=True)
def test_a_failed_statement_stops_no_other_job():
    def break_statement(now):
        with connection.cursor() as cursor:
            cursor.execute("SELECT nothing FROM nowhere")

    jobs.register("broken", break_statement, every=MINUTE)
    jobs.register("watch", lambda now: None, every=MINUTE)
    assert jobs.run_due(NOW) == ["broken", "watch"]
    assert JobRun.objects.get(name="watch").failure == ""
    assert JobRun.objects.get(name="broken").failure in ("OperationalError", "ProgrammingError")


@pytest.fixture
def _own_signals():
    """The command answers signals in its own way; the tests get theirs back."""
    numbers = (signal.SIGTERM, signal.SIGINT)
    before = {number: signal.getsignal(number) for number in numbers}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


class Outage:
    """A database that is down for one statement."""

    def __init__(self):
        self.is_over = False

    def __call__(self, execute, *arguments):
        if self.is_over:
            return execute(*arguments)
        self.is_over = True
        raise OperationalError("the database is down")


@pytest.mark.django_db(transaction=True)
def test_a_short_outage_of_the_database_does_not_end_it(turns, _own_signals, caplog):
    jobs.register("stop", lambda now: jobs.stopping.set(), every=MINUTE)
    with connection.execute_wrapper(Outage()):
        call_command("run_due", every=0.01)
    assert len(turns) == 1
    assert [record.levelname for record in caplog.records if record.name == "hub.jobs"] == ["ERROR"]


def test_one_turn_alone_tells_of_an_outage(turns):
    with connection.execute_wrapper(Outage()), pytest.raises(OperationalError):
        call_command("run_due")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_when_it_is_told_to(number):
    command = [sys.executable, "-u", "manage.py", "run_due", "--every", "60", "--verbosity", "2"]
    variables = os.environ | {"DATABASE_URL": database_url()}
    process = subprocess.Popen(
        command, cwd=CHECKOUT, env=variables, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    with process:
        assert b"letters, publish-scheduled, drain-tasks" in process.stdout.readline()
        process.send_signal(number)
        assert process.wait(10) == 0
    assert JobRun.objects.filter(finished_at=None).count() == 0
