"""Two processes gather at the same moment while people are told: each notice is in one letter."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from notifications import actions
from notifications.models import Letter, Notice
from tests import world

pytestmark = pytest.mark.django_db(transaction=True)
PROCESSES = 4


def together(deed):
    """Do it in as many threads as there are processes, all beginning at once."""
    gate = Barrier(PROCESSES)

    def do(_number):
        gate.wait()
        try:
            deed()
        finally:
            connection.close()

    with ThreadPoolExecutor(PROCESSES) as pool:
        list(pool.map(do, range(PROCESSES)))


def test_each_notice_is_in_one_letter_of_its_person(tell, now):
    people = [world.person(f"p{number}@example.test") for number in range(6)]
    for about in "123":
        tell(*people, about=about)
    together(lambda: actions.gather_due(now))
    # Whoever came too late to a letter leaves the rest to the next turn.
    actions.gather_due(now)
    assert Letter.objects.count() == len(people)
    assert not Notice.objects.filter(letter=None).exists()
    assert {letter.notices.count() for letter in Letter.objects.all()} == {3}


def test_telling_at_once_tells_once(tell, anna):
    together(lambda: tell(anna))
    assert anna.notices.count() == 1
