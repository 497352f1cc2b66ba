"""Who a person is, and what they say about themselves."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction

from core import stamp
from members.finding import keys_of_person
from members.models import User

PROFILE_FIELDS = (
    "display_name",
    "home_key",
    "about",
    "language",
    "letter_rhythm",
    "is_public",
    "shows_home",
)


@transaction.atomic
def person_for_address(*, address: str, language: str, now: datetime) -> User:
    """The person whose confirmed address this is; made without a password when there is none.

    Call it only once the address has been confirmed.
    """
    person = _owner_of(address) or _begin_person(address, language)
    _keep_as_confirmed(person, address)
    User.objects.filter(pk=person.pk).update(active_at=now)
    person.active_at = now
    return person


@transaction.atomic
def change_profile(*, person: User, changes: dict):
    """Write what a person says about themselves, and nothing else; `changes` by field."""
    shown = ("is_public", "display_name")
    if any(changes.get(name, getattr(person, name)) != getattr(person, name) for name in shown):
        # Pages show the name beside what was said; that there is no such page may be remembered.
        stamp.bump()
    for name in PROFILE_FIELDS:
        if name in changes:
            setattr(person, name, changes[name])
    person.search_keys = keys_of_person(person)
    person.save(update_fields=(*PROFILE_FIELDS, "search_keys"))


def _owner_of(address: str) -> User | None:
    # The address of today alone: one that was confirmed once may be another's by now.
    return User.objects.filter(email__iexact=address).first()


def _begin_person(address: str, language: str) -> User:
    try:
        with transaction.atomic():
            return User.objects.create_user(address, language=language)
    except IntegrityError:
        # Somebody confirmed the same address at the same moment: it is the same person.
        return User.objects.get(email__iexact=address)


def _keep_as_confirmed(person: User, address: str):
    EmailAddress.objects.filter(email__iexact=address).exclude(user=person).delete()
    addresses = EmailAddress.objects.filter(user=person)
    if addresses.filter(email__iexact=address).update(verified=True):
        return
    is_first = not addresses.filter(primary=True).exists()
    addresses.create(user=person, email=address.lower(), verified=True, primary=is_first)
