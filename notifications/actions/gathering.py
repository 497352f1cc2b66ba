"""How what people are told of comes into letters."""

import time
from datetime import datetime

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Max

from core.jobs import stopping
from notifications.actions.queueing import queue
from notifications.gathered import GATHERED
from notifications.kinds import UnknownKind
from notifications.models import Notice
from notifications.notices import kind_of
from notifications.rhythms import GATHERED_FOR, Rhythm

ROUND_SECONDS = 30
# What is left goes in the next round.
LETTERS_A_ROUND = 500


class Taken(Exception):
    """Another process has put the same notices into a letter."""


def gather_due(now: datetime):
    """Put every notice whose time has come into a letter of its person, each into one alone."""
    ends_at = time.monotonic() + ROUND_SECONDS
    for person, rhythm, group in _letters(now)[:LETTERS_A_ROUND]:
        if stopping.is_set() or time.monotonic() > ends_at:
            return
        _gather(person, rhythm, group, now)


def _letters(now) -> list[tuple]:
    """Whose letters are due: those at once by group, others with everything in them."""
    due = Notice.objects.due(now).order_by("person", "rhythm", "group")
    rows = due.values_list("person", "rhythm", "group").distinct()
    letters = (
        (person, rhythm, group if rhythm == Rhythm.AT_ONCE else None)
        for person, rhythm, group in rows
    )
    return list(dict.fromkeys(letters))


def _gather(person_id: int, rhythm: str, group: str | None, now):
    mine = Notice.objects.due(now).filter(person=person_id, rhythm=rhythm)
    if group is not None:
        mine = mine.filter(group=group)
    if group and (last := _last_letter(person_id, group, now)):
        mine.update(due_at=last + GATHERED_FOR)
        return
    try:
        with transaction.atomic():
            _write(mine, person_id, rhythm, group or "", now)
    except Taken:
        return


def _last_letter(person_id, group: str, now):
    """When something about the group left last, if that was a moment ago."""
    lately = Notice.objects.filter(
        person=person_id, group=group, rhythm=Rhythm.AT_ONCE, sent_at__gt=now - GATHERED_FOR
    )
    return lately.aggregate(last=Max("sent_at"))["last"]


def _write(mine, person_id, rhythm: str, group: str, now):
    """One letter with all of them; raises Taken when somebody else writes it."""
    person = get_user_model().objects.get(pk=person_id)
    if not person.is_active:
        mine.update(due_at=None)
        return
    first = mine.order_by("pk").first()
    if first is None:
        raise Taken
    letter = queue(
        kind=GATHERED,
        about=f"{rhythm}/{first.pk}",
        now=now,
        person=person,
        context={"rhythm": rhythm, "group": group, "category": _category(mine)},
    )
    if letter is None or not mine.update(letter=letter, sent_at=now, due_at=None):
        raise Taken


def _category(mine) -> str:
    """The one category of all of them; empty where there are several."""
    found = set()
    for name in mine.order_by().values_list("kind", flat=True).distinct():
        try:
            found.add(kind_of(name).category.name)
        except UnknownKind:
            continue
    return found.pop() if len(found) == 1 else ""
