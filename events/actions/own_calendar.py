"""The secret address of a person's own calendar: made, made anew, ended."""

from datetime import datetime
from uuid import uuid4

from django.db import transaction

from events.models import OwnCalendar
from members.models import User
from members.secret_words import digest_of, link_token


@transaction.atomic
def keep_own_calendar(*, person: User, community_keys: list[str], now: datetime) -> OwnCalendar:
    """Let the calendar hold the events of these communities; its address stays, or is made."""
    # A double click makes one calendar.
    User.objects.select_for_update().get(pk=person.pk)
    kept = OwnCalendar.objects.filter(person=person).first() or _new(person, now)
    kept.community_keys = community_keys
    kept.save()
    return kept


@transaction.atomic
def renew_own_calendar(*, person: User, now: datetime):
    """Give the calendar another address; the old one leads nowhere from now on."""
    for old in OwnCalendar.objects.select_for_update().filter(person=person):
        new = _new(person, now)
        old.key, old.token_digest, old.made_at = new.key, new.token_digest, now
        old.save()


def end_own_calendar(*, person: User):
    """Forget the calendar; its address leads nowhere from now on."""
    OwnCalendar.objects.filter(person=person).delete()


def _new(person: User, now: datetime) -> OwnCalendar:
    key = uuid4()
    digest = digest_of(link_token(key))
    return OwnCalendar(person=person, key=key, token_digest=digest, made_at=now)
