"""What those who signed up are told by letter; every letter is queued where its cause is."""

from datetime import datetime
from hashlib import sha256
from uuid import UUID

from events.models import EventPage, KeptOccurrence, Seating, SignUp
from notifications.actions import queue

CONFIRMED, WAITING = "events.sign-up-confirmed", "events.sign-up-waiting"
PROMOTED, CHANGED = "events.sign-up-promoted", "events.sign-up-changed"
CANCELLED, EVENT_CHANGED = "events.sign-up-cancelled", "events.event-changed"
EVENT_CANCELLED = "events.event-cancelled"
REMINDER, MESSAGE = "events.reminder", "events.message"
CERTIFICATE = "events.certificate"


def signed_up(sign_up: SignUp, now: datetime):
    """What became of signing up."""
    tell(sign_up, WAITING if sign_up.is_waiting else CONFIRMED, "", now)


def promoted(sign_up: SignUp, now: datetime):
    """A seat came free for a party that waited."""
    tell(sign_up, PROMOTED, "", now)


def changed(sign_up: SignUp, now: datetime):
    """What was changed was kept."""
    tell(sign_up, CHANGED, str(sign_up.version), now)


def cancelled(sign_up: SignUp, now: datetime):
    """The sign-up is cancelled."""
    tell(sign_up, CANCELLED, "", now)


def certified(sign_up: SignUp, code: str, now: datetime):
    """There is a certificate."""
    tell(sign_up, CERTIFICATE, code, now)


def reminder(sign_up: SignUp, of, now: datetime):
    """It takes place soon."""
    tell(sign_up, REMINDER, of.isoformat(), now, {"of": of.isoformat()})


def event_changed(seating: Seating, source: EventPage, now: datetime, *, is_back=False):
    """Time or place changed, it is off or back; nobody is told of what is over."""
    times = KeptOccurrence.objects.filter(event_key=seating.event_key, ends_at__gt=now)
    times = times if seating.of is None else times.filter(of=seating.of)
    is_gone = seating.of is not None and not KeptOccurrence.objects.filter(
        event_key=seating.event_key, of=seating.of
    )
    coming = list(times)
    if not coming and not is_gone:
        return
    is_off = not source.takes_place or all(each.is_cancelled for each in coming)
    kind = EVENT_CANCELLED if is_off else EVENT_CHANGED
    for sign_up in _standing(seating):
        tell(sign_up, kind, str(seating.news), now, {"is_back": is_back})


def message(seating: Seating, words: str, key: UUID, now: datetime) -> int:
    """The organiser's own words to all; returns to how many they go."""
    sent = [
        tell(each, MESSAGE, str(key), now, {"words_text": words}) for each in _standing(seating)
    ]
    return sum(letter is not None for letter in sent)


def tell(sign_up: SignUp, kind: str, what: str, now: datetime, context: dict | None = None):
    """Queue one letter; whoever was entered by hand has no address."""
    if sign_up.person is None:
        return None
    return queue(
        kind=kind,
        about=f"sign-up:{sign_up.pk}:{what}".rstrip(":"),
        now=now,
        person=sign_up.person,
        language=sign_up.language,
        context={"sign_up": sign_up.pk, **(context or {})},
    )


def known_of(source: EventPage, of) -> str:
    """A word that changes with what people must be told of: times, place, whether it is."""
    times = KeptOccurrence.objects.filter(event_key=source.translation_key)
    times = times if of is None else times.filter(of=of)
    rows = times.order_by("of").values_list("of", "starts_at", "ends_at", "is_cancelled")
    places = source.changes.all() if of is None else source.changes.filter(of=of)
    said = (
        source.takes_place,
        source.place_name,
        source.address,
        [(each.of.isoformat(), each.place) for each in places if each.of],
        [
            (day.isoformat(), starts.timestamp(), ends.timestamp(), off)
            for day, starts, ends, off in rows
        ],
    )
    return sha256(repr(said).encode()).hexdigest()


def _standing(seating: Seating):
    mine = SignUp.objects.standing().filter(seating=seating, person__isnull=False)
    return mine.select_related("person").order_by("pk")
