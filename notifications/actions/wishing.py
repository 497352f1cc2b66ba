"""How people say which letters they want, and stop them."""

from datetime import datetime

from django.db import transaction

from notifications.models import LetterWish, Notice
from notifications.models.notices import CATEGORY, EVERYTHING
from notifications.notices import kind_of, registered
from notifications.rhythms import next_letter
from notifications.wishes import rhythm_of, wishes_of


@transaction.atomic
def change_wishes(*, person, general: str, by_category: dict[str, str], now: datetime):
    """Write down how often the person wants letters; an empty rhythm stands for the general one.

    That all letters were stopped ends with it.
    """
    person.letter_rhythm = general
    person.save(update_fields=["letter_rhythm"])
    LetterWish.objects.filter(person=person, scope=EVERYTHING).delete()
    for category, rhythm in by_category.items():
        mine = LetterWish.objects.filter(person=person, scope=f"{CATEGORY}{category}")
        if rhythm:
            fields = {"rhythm": rhythm, "is_stopped": False}
            LetterWish.objects.update_or_create(
                person=person, scope=f"{CATEGORY}{category}", defaults=fields
            )
        else:
            mine.delete()
    _settle_waiting(person, now)


@transaction.atomic
def stop_letters(*, person, scope: str, now: datetime):
    """Write no more letters of the scope to the person, not even those that wait."""
    LetterWish.objects.update_or_create(person=person, scope=scope, defaults={"is_stopped": True})
    _settle_waiting(person, now)


@transaction.atomic
def resume_letters(*, person, scope: str, now: datetime):
    """Write letters of the scope again, as often as before."""
    stopped = LetterWish.objects.filter(person=person, scope=scope)
    stopped.filter(rhythm="").delete()
    stopped.update(is_stopped=False)
    _settle_waiting(person, now)


def _settle_waiting(person, now):
    """What waits for a letter goes by the wishes as they are from now on."""
    wishes = wishes_of([person.pk]).get(person.pk, {})
    waiting = Notice.objects.filter(person=person, due_at__isnull=False)
    known = [kind.name for kind in registered() if not kind.category.is_necessary]
    things = waiting.filter(kind__in=known).order_by().values_list("kind", "group", "rhythm")
    for name, group, before in set(things):
        category = kind_of(name).category.name
        rhythm = rhythm_of(person.letter_rhythm, wishes, category, group)
        if rhythm != before:
            same = waiting.filter(kind=name, group=group, rhythm=before)
            same.update(rhythm=rhythm, due_at=next_letter(rhythm, now))
