"""What time does to letters."""

from datetime import timedelta

import pytest

from core import jobs
from notifications import actions
from notifications.models import Letter

State = Letter.State
LONG = timedelta(days=90, seconds=1)


@pytest.mark.parametrize("state", Letter.ENDED)
def test_letters_that_ended_are_forgotten_after_three_months(write, now, state):
    write()
    Letter.objects.update(state=state)
    actions.prune(now + timedelta(days=90))
    assert Letter.objects.exists()
    actions.prune(now + LONG)
    assert not Letter.objects.exists()


@pytest.mark.parametrize("state", [State.WAITING, State.SENDING])
def test_letters_on_their_way_are_not_forgotten(write, now, state):
    write()
    Letter.objects.update(state=state)
    actions.prune(now + LONG)
    assert Letter.objects.exists()


def test_scheduled_work_sends_and_forgets():
    found = {job.name: job for job in jobs.registered()}
    assert found["letters"].every == timedelta(0)
    assert found["prune-letters"].every == timedelta(days=1)
