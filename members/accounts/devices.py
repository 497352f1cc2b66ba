"""Devices on which a person has signed in before: a try from there is counted by itself.

So nobody who tries passwords from elsewhere can shut the person out of their own device.
"""

from django.conf import settings
from django.core import signing
from django.utils.crypto import constant_time_compare

from members.secret_words import blind

COOKIE = "zinama_ierice"
COOKIE_SECONDS = 365 * 24 * 60 * 60
SALT = "members.device"


def remember(response, address: str):
    """Let this device be known as one of the person with the address."""
    response.set_cookie(
        COOKIE,
        signing.dumps(blind(address), salt=SALT),
        max_age=COOKIE_SECONDS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def knows(request, address: str) -> bool:
    """Whether the person with the address has signed in on this device before."""
    try:
        known = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=COOKIE_SECONDS)
    except signing.BadSignature:
        return False
    return isinstance(known, str) and constant_time_compare(known, blind(address))


def mark_of(request) -> str:
    """What tells this device from the person's others."""
    return request.COOKIES.get(COOKIE, "")
