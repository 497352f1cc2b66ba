"""Signing up, changing one's mind, and moving on in line; seats are counted in people.

Whether there is room is decided by one conditional UPDATE of the row of the seats, which every
writer takes first. As long as somebody waits, nobody else is given a seat.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import stamp
from events.models import EventPage, Seating, SignUp
from events.sign_up import telling
from events.sign_up.standing import Standing, moves_on, standing_of
from events.sign_up.terms import source_of, term_at
from members.pending import Refused


@dataclass(frozen=True)
class Wish:
    """What somebody wants who signs up."""

    party_size: int = 1
    name: str = ""
    answers: dict = field(default_factory=dict)
    pick_up: str = ""
    note: str = ""
    language: str = ""


@transaction.atomic
def sign_up(
    *, page: EventPage, of: date | None, person, wish: Wish, now: datetime, entered_by=None
) -> SignUp:
    """Give the party seats or a place in line; raises Refused.

    A person who has signed up already is given the same sign-up again, unchanged.
    """
    source = page.timed
    seating = seating_for(source, of)
    known = _known(seating, person)
    if known:
        return known
    term = term_at(seating.event_key, of)
    standing = standing_of(source, seating, term, now)
    # Organisers may write down who called, also before and after others can sign up.
    if not (standing.takes_more or (entered_by and standing != Standing.OFF)):
        raise Refused(reason_of(standing))
    _check_size(seating, wish.party_size)
    made = _enter_once(seating, source, person, wish, now, entered_by)
    if made is None:
        return _known(seating, person)
    # Seats may have come free between the look and the place in line.
    if made not in promote(seating=seating, page=source, now=now):
        telling.signed_up(made, now)
    stamp.bump()
    made.refresh_from_db()
    return made


def seating_for(source: EventPage, of: date | None) -> Seating:
    """The seats, kept from now on; as many as the page says."""
    new = {"capacity": source.capacity, "capacity_of_page": source.capacity}
    seating, is_new = Seating.objects.get_or_create(
        event_key=source.translation_key, of=of, defaults=new
    )
    if is_new:
        seating.told = telling.known_of(source, of)
        seating.save(update_fields=["told"])
    return seating


def _known(seating, person) -> SignUp | None:
    mine = SignUp.objects.standing().filter(seating=seating, person=person)
    return mine.first() if person else None


def reason_of(standing: Standing) -> str:
    """Why nobody can sign up now, to whoever wants to."""
    return {
        Standing.FULL: _("All seats are taken."),
        Standing.NOT_YET: _("Sign-up is not open yet."),
        Standing.CLOSED: _("Sign-up is closed."),
        Standing.OVER: _("It has begun or is over already."),
        Standing.OFF: _("It does not take place."),
    }.get(standing, "")


def _check_size(seating, size: int):
    if seating.capacity is not None and size > seating.capacity:
        raise Refused(
            ngettext(
                "There is %(number)s seat in all.",
                "There are %(number)s seats in all.",
                seating.capacity,
            )
            % {"number": seating.capacity}
        )


def _enter_once(seating, source, person, *wanted) -> SignUp | None:
    """What `_enter` makes; None, and no seat taken, where the same person was quicker."""
    try:
        with transaction.atomic():
            return _enter(seating, source, person, *wanted)
    except IntegrityError:
        if _known(seating, person) is None:
            raise
        return None


def _enter(seating, source, person, wish, now, entered_by) -> SignUp:
    place = None
    if not take_seats(seating, wish.party_size):
        if not source.has_waiting_list:
            raise Refused(_("There are not so many free seats any more."))
        place = _last_in_line(seating)
    return SignUp.objects.create(
        seating=seating,
        person=person,
        name=wish.name,
        party_size=wish.party_size,
        state=SignUp.State.CONFIRMED if place is None else SignUp.State.WAITING,
        place=place,
        answers=wish.answers,
        pick_up=wish.pick_up,
        note=wish.note,
        language=wish.language,
        signed_up_at=now,
        changed_at=now,
        entered_by=entered_by,
    )


def take_seats(seating: Seating, count: int) -> bool:
    """Take so many seats if nobody waits and there is room; one statement decides."""
    has_room = Q(capacity=None) | Q(taken__lte=F("capacity") - count)
    free = Seating.objects.filter(has_room, pk=seating.pk, waiting=0)
    return bool(free.update(taken=F("taken") + count))


def _last_in_line(seating) -> int:
    mine = Seating.objects.filter(pk=seating.pk)
    mine.update(last_place=F("last_place") + 1, waiting=F("waiting") + 1)
    return mine.values_list("last_place", flat=True).get()


@transaction.atomic
def change_sign_up(*, sign_up: SignUp, wish: Wish, now: datetime) -> SignUp:
    """Change how many come and what they answered; raises Refused where there is no room.

    Whoever waits keeps the place in line.
    """
    seating, sign_up = locked(sign_up)
    if sign_up.is_cancelled:
        raise Refused(_("This sign-up was cancelled. Sign up anew."))
    more = wish.party_size - sign_up.party_size
    if more > 0:
        _check_size(seating, wish.party_size)
    if sign_up.is_confirmed:
        if more > 0 and not take_seats(seating, more):
            raise Refused(_("There are not so many free seats. What you had stays yours."))
        if more < 0:
            Seating.objects.filter(pk=seating.pk).update(taken=F("taken") + more)
    if not _write(sign_up, wish, now):
        return sign_up
    if sign_up not in promote(seating=seating, page=source_of(seating.event_key), now=now):
        telling.changed(sign_up, now)
    stamp.bump()
    sign_up.refresh_from_db()
    return sign_up


def _write(sign_up, wish, now) -> bool:
    names = ("party_size", "name", "answers", "pick_up", "note")
    before = [getattr(sign_up, name) for name in names]
    for name in names:
        setattr(sign_up, name, getattr(wish, name))
    if before == [getattr(sign_up, name) for name in names]:
        return False
    sign_up.changed_at, sign_up.version = now, sign_up.version + 1
    sign_up.save(update_fields=[*names, "changed_at", "version"])
    return True


@transaction.atomic
def cancel_sign_up(*, sign_up: SignUp, now: datetime) -> SignUp:
    """Give back the seats or the place in line; cancelling twice changes nothing more."""
    seating, sign_up = locked(sign_up)
    if sign_up.is_cancelled:
        return sign_up
    mine = Seating.objects.filter(pk=seating.pk)
    if sign_up.is_confirmed:
        mine.update(taken=F("taken") - sign_up.party_size)
    else:
        mine.update(waiting=F("waiting") - 1)
    sign_up.state, sign_up.place = SignUp.State.CANCELLED, None
    sign_up.cancelled_at = sign_up.changed_at = now
    sign_up.save(update_fields=["state", "place", "cancelled_at", "changed_at"])
    promote(seating=seating, page=source_of(seating.event_key), now=now)
    telling.cancelled(sign_up, now)
    stamp.bump()
    return sign_up


@transaction.atomic
def promote(*, seating: Seating, page: EventPage | None, now: datetime) -> list[SignUp]:
    """Give free seats to those who wait, strictly in order, and tell each by one letter.

    Whoever is first is waited for until the whole party fits. A party that is larger than all
    the seats together holds nobody up.
    """
    seating = Seating.objects.select_for_update().get(pk=seating.pk)
    if not seating.waiting or not moves_on(page, term_at(seating.event_key, seating.of), now):
        return []
    line = SignUp.objects.waiting().filter(seating=seating)
    if seating.capacity is not None:
        line = line.filter(party_size__lte=seating.capacity)
    promoted = []
    for first in line:
        if seating.free is not None and first.party_size > seating.free:
            break
        seating.taken += first.party_size
        seating.waiting -= 1
        first.state, first.place, first.changed_at = SignUp.State.CONFIRMED, None, now
        first.save(update_fields=["state", "place", "changed_at"])
        telling.promoted(first, now)
        promoted.append(first)
    if promoted:
        seating.save(update_fields=["taken", "waiting"])
    return promoted


def locked(sign_up: SignUp) -> tuple[Seating, SignUp]:
    """The seats and the sign-up as they are now; nobody else writes them until the end."""
    seating = Seating.objects.select_for_update().get(pk=sign_up.seating_id)
    sign_up = SignUp.objects.select_related("person").get(pk=sign_up.pk)
    sign_up.seating = seating
    return seating, sign_up
