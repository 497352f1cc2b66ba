"""What is known of those who signed up is forgotten in time; how many they were stays known."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max, OuterRef, Subquery, Sum

from events.actions.certifying import forget_holder, forget_names_of
from events.actions.signing_up import cancel_sign_up
from events.models import EventPage, KeptOccurrence, Seating, SignUp
from events.sign_up.terms import source_of

# What tells who somebody was.
NOTHING = {"person": None, "name": "", "answers": {}, "pick_up": "", "note": "", "entered_by": None}
USUAL_DAYS = EventPage._meta.get_field("erase_after_days").default


def forget_past(now: datetime):
    """Forget who signed up for what ended so many days ago as its page says."""
    for pk, key, ended_at in _ended(now):
        source = source_of(key)
        days = source.erase_after_days if source else USUAL_DAYS
        if ended_at + timedelta(days=days) <= now:
            _forget(pk, now)


def _ended(now: datetime) -> list[tuple]:
    """Seats with names, and when the last time ended; of a deleted event, the last change."""
    times = KeptOccurrence.objects.filter(event_key=OuterRef("event_key"))
    rows = Seating.objects.filter(erased_at=None).order_by("pk")
    found = []
    for scope, mine in (
        (rows.filter(of=None), times),
        (rows.exclude(of=None), times.filter(of=OuterRef("of"))),
    ):
        last = mine.order_by("-ends_at").values("ends_at")[:1]
        ended = scope.annotate(last=Subquery(last), changed=Max("sign_ups__changed_at"))
        found += [
            (pk, key, last or changed)
            for pk, key, last, changed in ended.values_list("pk", "event_key", "last", "changed")
            if (last or changed) and (last or changed) < now
        ]
    return found


@transaction.atomic
def _forget(pk: int, now: datetime):
    seating = Seating.objects.select_for_update().get(pk=pk)
    came = seating.sign_ups.annotate(most=Max("attendance__came")).aggregate(people=Sum("most"))
    seating.people_confirmed_at_end = seating.taken
    seating.people_came, seating.erased_at = came["people"], now
    seating.save(update_fields=["people_confirmed_at_end", "people_came", "erased_at"])
    seating.sign_ups.update(**NOTHING)
    forget_names_of(seating)


def forget_person(*, person, names: set[str], now: datetime):
    """Forget that the person, who goes by these names, signed up or was given certificates.

    Seats that they do not need any more go to others.
    """
    forget_holder(person=person, names=names)
    mine = SignUp.objects.filter(person=person)
    keys = list(mine.order_by("seating", "pk").values_list("pk", flat=True))
    mine.update(**NOTHING)
    SignUp.objects.filter(entered_by=person).update(entered_by=None)
    for sign_up in SignUp.objects.standing().filter(pk__in=keys).order_by("seating", "pk"):
        if _is_to_come(sign_up, now):
            cancel_sign_up(sign_up=sign_up, now=now)


def _is_to_come(sign_up, now) -> bool:
    times = KeptOccurrence.objects.filter(event_key=sign_up.seating.event_key, ends_at__gt=now)
    of = sign_up.seating.of
    return (times if of is None else times.filter(of=of)).exists()
