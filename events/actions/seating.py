"""What organisers and pages say of seats."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from wagtail.log_actions import log

from core import stamp
from events.actions.signing_up import promote, seating_for
from events.models import Attendance, EventPage, Seating, SignUp
from events.sign_up import gone, telling
from events.sign_up.terms import source_of


@transaction.atomic
def set_capacity(*, seating: Seating, capacity: int | None, now: datetime) -> list[SignUp]:
    """Raise or lower the number of seats; nobody who has one loses it. Returns who got seats."""
    seating = Seating.objects.select_for_update().get(pk=seating.pk)
    seating.capacity = capacity
    seating.save(update_fields=["capacity"])
    stamp.bump()
    return promote(seating=seating, page=source_of(seating.event_key), now=now)


def set_closed(*, seating: Seating, is_closed: bool):
    """Take no more sign-ups, or take them again."""
    with transaction.atomic():
        Seating.objects.filter(pk=seating.pk).update(is_closed=is_closed)
        stamp.bump()


def keep_seats(*, event_key: UUID, now: datetime):
    """Take over what a page says, and whether it is on the site; people are told of changes."""
    source = source_of(event_key)
    seatings = Seating.objects.filter(event_key=event_key, erased_at=None).order_by("pk")
    for pk in seatings.values_list("pk", flat=True) if source else ():
        _keep(pk, source, now)


@transaction.atomic
def _keep(pk: int, source: EventPage, now: datetime):
    seating = Seating.objects.select_for_update().get(pk=pk)
    before = (seating.capacity, seating.told)
    if seating.capacity_of_page != source.capacity:
        seating.capacity_of_page = seating.capacity = source.capacity
    seating.told = telling.known_of(source, seating.of) if source.live else gone.OFF_SITE
    if (seating.capacity, seating.told) == before:
        return
    is_news = seating.told != before[1]
    seating.news += is_news
    seating.save(update_fields=["capacity", "capacity_of_page", "told", "news"])
    if is_news:
        _tell_news(seating, source, before[1], now)
    promote(seating=seating, page=source, now=now)
    stamp.bump()


def _tell_news(seating: Seating, source: EventPage, told_before: str, now: datetime):
    if source.live:
        is_back = told_before == gone.OFF_SITE
        telling.event_changed(seating, source, now, is_back=is_back)
    elif said := gone.farewell(source, seating, now):
        gone.tell_gone(seating, said, now)


@transaction.atomic
def check_in(*, sign_up: SignUp, of: date, came: int) -> None:
    """Note how many of a party came on a day; once again corrects it."""
    Attendance.objects.update_or_create(sign_up=sign_up, of=of, defaults={"came": came})


@transaction.atomic
def message_all(*, seating: Seating, words: str, key: UUID, now: datetime) -> int:
    """Write to everybody who has a seat or waits; the same `key` sends nothing twice.

    Returns to how many.
    """
    return telling.message(seating, words, key, now)


def open_seating(*, page: EventPage, of: date | None) -> Seating:
    """The seats of a time, kept from now on."""
    with transaction.atomic():
        return seating_for(page.timed, of)


def note_export(*, page: EventPage, by, kind: str, count: int):
    """Keep in the site's history who took the list of those who come, and how long it was."""
    log(instance=page, action="events.export", user=by, data={"kind": kind, "count": count})
