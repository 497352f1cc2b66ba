"""How people are told of something, and how they have seen it."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth import get_user_model
from django.db import transaction

from notifications.models import ABOUT_LENGTH, Notice
from notifications.models.notices import GROUP_LENGTH
from notifications.notices import NoticeKind, kind_of
from notifications.rhythms import Rhythm, next_letter
from notifications.wishes import rhythm_of, wishes_of


@transaction.atomic
def notify(
    *,
    kind: str,
    people: Iterable[int],
    about: str,
    now: datetime,
    place: tuple = (),
    context: dict | None = None,
    group: str = "",
):
    """Tell people, by the numbers of their rows; whoever was told of it is not told again.

    `place` is the name of the address that it leads to, and what that is given. Raises UnknownKind.
    """
    told = kind_of(kind)
    if len(about) > ABOUT_LENGTH or len(group) > GROUP_LENGTH:
        raise ValueError("What a notice is about, or its group, has too many signs.")
    active = get_user_model().objects.filter(pk__in=set(people), is_active=True)
    general = dict(active.order_by("pk").values_list("pk", "letter_rhythm"))
    if not general:
        return
    wishes = wishes_of(general)
    thing = {"kind": kind, "about": about, "group": group, "created_at": now}
    rows = [
        Notice(
            person_id=pk,
            place=list(place),
            context=context or {},
            **thing,
            **_letter(told, rhythm_of(rhythm, wishes.get(pk, {}), told.category.name, group), now),
        )
        for pk, rhythm in general.items()
    ]
    Notice.objects.bulk_create(rows, ignore_conflicts=True)


def _letter(kind: NoticeKind, wished: str, now) -> dict:
    """How the letter stands: nothing where none is wanted."""
    if kind.has_own_letter:
        return {}
    rhythm = Rhythm.AT_ONCE if kind.category.is_necessary else wished
    due_at = next_letter(rhythm, now)
    return {"rhythm": rhythm, "due_at": due_at} if due_at else {}


def take_back(*, kind: str, about: str):
    """Let nobody hear of it who has not been written to yet."""
    Notice.objects.filter(kind=kind, about=about, sent_at=None).delete()


def mark_read(*, person, pk: int, now: datetime):
    """The person has seen the notice: no letter is needed any more."""
    _see(Notice.objects.filter(person=person, pk=pk), now)


def mark_all_read(*, person, now: datetime):
    """The person has seen all that they were told of."""
    _see(Notice.objects.filter(person=person), now)


def mark_group_read(*, person, group: str, now: datetime):
    """The person has been where the notices of the group lead to."""
    _see(Notice.objects.filter(person=person, group=group), now)


def _see(notices, now):
    notices.unread().update(read_at=now, due_at=None)
