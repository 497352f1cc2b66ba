"""People are told of something once, by the wishes that they have about letters."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from notifications import actions
from notifications.kinds import UnknownKind
from notifications.models import LetterWish, Notice
from notifications.models.notices import CATEGORY, EVERYTHING, GROUP
from notifications.rhythms import Rhythm
from tests import world


def test_telling_twice_tells_once(tell, anna, now):
    tell(anna)
    tell(anna, at=now + timedelta(hours=1))
    notice = anna.notices.get()
    assert (notice.created_at, notice.due_at, notice.read_at) == (now, now, None)


def test_who_is_not_active_is_told_nothing(tell, anna):
    anna.is_active = False
    anna.save()
    tell(anna)
    assert not Notice.objects.exists()


def test_it_is_told_in_the_transaction_of_what_happened(tell, anna):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        tell(anna)
        raise ZeroDivisionError
    assert not Notice.objects.exists()


def test_an_unknown_kind_and_what_is_too_long_are_refused(tell, anna):
    with pytest.raises(UnknownKind):
        tell(anna, kind="nobody")
    with pytest.raises(ValueError, match="too many signs"):
        tell(anna, about="a" * 121)


@pytest.mark.parametrize(
    ("wishes", "rhythm"),
    [
        ([], Rhythm.DAILY),
        ([(f"{CATEGORY}said", Rhythm.WEEKLY, False)], Rhythm.WEEKLY),
        ([(f"{CATEGORY}named", Rhythm.WEEKLY, False)], Rhythm.DAILY),
        ([(f"{CATEGORY}said", Rhythm.AT_ONCE, True)], ""),
        ([(f"{CATEGORY}said", Rhythm.NONE, False)], ""),
        ([(f"{GROUP}topic:1", "", True)], ""),
        ([(f"{GROUP}topic:2", "", True)], Rhythm.DAILY),
        ([(EVERYTHING, "", True), (f"{CATEGORY}said", Rhythm.WEEKLY, False)], ""),
    ],
)
def test_the_narrowest_wish_counts_and_what_was_stopped_is_stopped(tell, anna, wishes, rhythm):
    anna.letter_rhythm = Rhythm.DAILY
    anna.save()
    for scope, wished, is_stopped in wishes:
        LetterWish.objects.create(person=anna, scope=scope, rhythm=wished, is_stopped=is_stopped)
    tell(anna)
    notice = anna.notices.get()
    assert notice.rhythm == rhythm
    assert bool(notice.due_at) == bool(rhythm)


def test_what_is_necessary_comes_at_once_whatever_the_wish(tell, anna, now):
    anna.letter_rhythm = Rhythm.NONE
    anna.save()
    tell(anna, kind="right")
    assert anna.notices.get().due_at == now


def test_a_kind_with_a_letter_of_its_own_waits_for_none(tell, anna):
    tell(anna, kind="own-letter")
    assert anna.notices.get().due_at is None


def test_twenty_are_told_with_as_many_queries_as_ten(tell):
    people = [world.person(f"p{number}@example.test") for number in range(20)]
    counts = []
    for about, told in (("1", people[:10]), ("2", people)):
        with CaptureQueriesContext(connection) as captured:
            tell(*told, about=about)
        counts.append(len(captured))
    assert Notice.objects.count() == 30
    assert counts[0] == counts[1]


def test_who_has_been_there_needs_no_letter(tell, anna, now, post):
    tell(anna, about="1")
    tell(anna, about="2", group="topic:2")
    later = now + timedelta(minutes=1)
    actions.mark_group_read(person=anna, group="topic:1", now=later)
    read, unread = anna.notices.order_by("pk")
    assert (read.read_at, read.due_at) == (later, None)
    assert (unread.read_at, unread.due_at) == (None, now)
    actions.mark_all_read(person=anna, now=later)
    assert post(later) == []


def test_nobody_marks_what_others_were_told(tell, anna, now):
    berta = world.person("berta@example.test")
    tell(anna, berta)
    actions.mark_read(person=berta, pk=anna.notices.get().pk, now=now)
    assert anna.notices.get().read_at is None


def test_what_was_not_written_yet_is_taken_back(tell, anna, now, post):
    tell(anna, about="1")
    post(now)
    tell(anna, about="2")
    for about in ("1", "2"):
        actions.take_back(kind="said", about=about)
    assert [notice.about for notice in anna.notices.all()] == ["1"]
