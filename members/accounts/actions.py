"""Every write about how a person signs in."""

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import IntegrityError, transaction

from members.accounts.adapter import tell_change
from members.accounts.backend import person_of
from members.models import User
from notifications.models import DeadAddress, Letter


class AddressTaken(Exception):
    """Somebody else has the address by now."""


@transaction.atomic
def change_address(*, person: User, address: str, now: datetime, kept_session: str):
    """Give the person another address and end their other sessions; raises AddressTaken.

    Both addresses are told.
    """
    old = person.email
    if person_of(address):
        raise AddressTaken
    person.email = address
    try:
        with transaction.atomic():
            person.save(update_fields=["email"])
    except IntegrityError:
        person.email = old
        raise AddressTaken from None
    EmailAddress.objects.filter(user=person).delete()
    EmailAddress.objects.filter(email__iexact=address).delete()
    EmailAddress.objects.create(user=person, email=address, verified=True, primary=True)
    end_sessions(person=person, kept_session=kept_session)
    _forget_address(old)
    tell_change(person, "address_changed", now=now)
    tell_change(person, "address_changed_away", now=now, address=old)


def _forget_address(address: str):
    # Later nothing would tell whose address it was, and it would outlive the person's data.
    letters = Letter.objects.filter(address__iexact=address)
    letters.exclude(state=Letter.State.SENDING).delete()
    DeadAddress.objects.filter(address__iexact=address).delete()


@transaction.atomic
def set_password(*, person: User, password: str, now: datetime, kept_session: str):
    """Give the person a new password; all their other sessions end and they are told."""
    person.set_password(password)
    person.save(update_fields=["password"])
    end_sessions(person=person, kept_session=kept_session)
    tell_change(person, "password_changed", now=now)


@transaction.atomic
def end_sessions(*, person: User, kept_session: str = "", only: int | None = None):
    """End the person's sessions but the one that is kept; `only` names one by its number."""
    ending = UserSession.objects.filter(user=person).exclude(session_key=kept_session)
    if only is not None:
        ending = ending.filter(pk=only)
    keys = list(ending.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    ending.delete()


def forget_ended_sessions(now: datetime):
    """Forget from where people were signed in whose session is over."""
    live = Session.objects.filter(expire_date__gt=now).values("session_key")
    UserSession.objects.exclude(session_key__in=live).delete()
