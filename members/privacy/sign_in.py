"""What allauth and Django keep so that a person can sign in."""

import json

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session

from members.privacy.own import addresses_of


def export_sign_in(person) -> dict:
    """Addresses, second factors by kind, and where the person is signed in."""
    addresses = EmailAddress.objects.filter(user=person).order_by("pk")
    factors = Authenticator.objects.filter(user=person).order_by("pk")
    sessions = UserSession.objects.filter(user=person).order_by("pk")
    return {
        "addresses": list(addresses.values("email", "verified", "primary")),
        "second_factors": list(factors.values("type", "created_at", "last_used_at")),
        "sessions": list(sessions.values("ip", "user_agent", "created_at", "last_seen_at")),
        "has_password": person.has_usable_password(),
    }


def erase_sign_in(person, now):
    """End every session, also one that only waits for a code, and forget addresses and keys."""
    addresses = addresses_of(person)
    mine = [
        session.pk
        for session in Session.objects.iterator(chunk_size=500)
        if _is_about(session.get_decoded(), person, addresses)
    ]
    Session.objects.filter(pk__in=mine).delete()
    UserSession.objects.filter(user=person).delete()
    Authenticator.objects.filter(user=person).delete()
    EmailAddress.objects.filter(user=person).delete()


def _is_about(content: dict, person, addresses: set[str]) -> bool:
    if content.get(SESSION_KEY) == str(person.pk):
        return True
    text = json.dumps(content, default=str).lower()
    return any(address in text for address in addresses)
