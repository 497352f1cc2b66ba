"""How an address and a password become a person."""

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models.functions import Lower

from members.grants import OnlyAdministratorsGrant
from members.models import User


def person_of(address: str) -> User | None:
    """Whose address this is now, in any letter case."""
    people = User.objects.alias(lower=Lower("email"))
    return people.filter(lower=address.strip().lower()).first()


class AddressBackend(OnlyAdministratorsGrant, AuthenticationBackend):
    """Knows a person by the address of today alone, never by one they had before.

    An unknown address costs one hash of the password, as a known one does.
    """

    def _authenticate_by_email(self, email, password):
        return self._check_password(person_of(email), password)
