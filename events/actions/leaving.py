"""What becomes of sign-ups when the page of their event is deleted."""

from datetime import datetime

from django.db import transaction

from core import stamp
from events.models import EventPage, Seating, SignUp
from events.sign_up import gone
from events.sign_up.terms import source_of


def farewells_of(*, page: EventPage, now: datetime) -> dict[int, dict]:
    """What is to be said to those with seats that are to come, by the seats; read before it goes.

    Nothing as long as the event stays in its first language.
    """
    source = source_of(page.translation_key)
    if source is None or source.pk != page.pk:
        return {}
    seatings = Seating.objects.filter(event_key=page.translation_key, erased_at=None)
    said = {each.pk: gone.farewell(source, each, now) for each in seatings.order_by("pk")}
    return {pk: words for pk, words in said.items() if words}


def end_seats(*, farewells: dict[int, dict], now: datetime):
    """Cancel who signed up for what is deleted, and tell each who has not been told yet."""
    for pk, said in farewells.items():
        _end(pk, said, now)


@transaction.atomic
def _end(pk: int, said: dict, now: datetime):
    seating = Seating.objects.select_for_update().get(pk=pk)
    if seating.told != gone.OFF_SITE:
        seating.told, seating.news = gone.OFF_SITE, seating.news + 1
        gone.tell_gone(seating, said, now)
    ended = {"state": SignUp.State.CANCELLED, "cancelled_at": now, "changed_at": now}
    seating.sign_ups.standing().update(place=None, **ended)
    seating.taken = seating.waiting = 0
    seating.save(update_fields=["told", "news", "taken", "waiting"])
    stamp.bump()
