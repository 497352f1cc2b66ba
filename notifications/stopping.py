"""The link by which a letter can be stopped: what it names cannot be guessed or changed.

It lets nobody in, and works for people without a password (RFC 8058).
"""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.core import signing
from django.http import Http404

from notifications.models.notices import CATEGORY, EVERYTHING, GROUP

SALT = "notifications.stop"


@dataclass(frozen=True)
class Stop:
    """Whose letters, and about which group and of which category; either may be empty."""

    person: object
    group: str
    category: str

    @property
    def scopes(self) -> dict[str, str]:
        """What can be stopped, the narrowest first, by the name that a form gives it."""
        found = {}
        if self.group:
            found["group"] = f"{GROUP}{self.group}"
        if self.category:
            found["category"] = f"{CATEGORY}{self.category}"
        return {**found, "everything": EVERYTHING}


def token_of(person_pk: int, group: str, category: str) -> str:
    """The word in the link."""
    return signing.Signer(salt=SALT).sign_object([person_pk, group, category])


def stop_of(token: str) -> Stop:
    """What the word names; raises Http404 for one that this site did not make."""
    try:
        pk, group, category = signing.Signer(salt=SALT).unsign_object(token)
    except (signing.BadSignature, ValueError):
        raise Http404 from None
    person = get_user_model().objects.filter(pk=pk, is_active=True).first()
    if person is None:
        raise Http404
    return Stop(person, group, category)
