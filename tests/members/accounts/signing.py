"""Signing in as people do, in tests."""

from django.urls import reverse

from notifications.models import Letter


def ask_for_code(client, address: str, **fields):
    """Have a code sent; returns the answer."""
    return client.post(reverse("account_login"), {"email": address, "by": "code", **fields})


def latest_code(kind: str = "sign-in-code", **recipient) -> str:
    """The code in the latest letter of the kind that waits in the outbox."""
    letters = Letter.objects.filter(kind=kind, **recipient)
    return letters.latest("pk").context["code"]


def type_code(client, code: str):
    """Type the code that came in the letter."""
    return client.post(reverse("account_confirm_login_code"), {"code": code})


def sign_in_by_code(client, address: str, **fields):
    """The whole way; returns the last answer."""
    ask_for_code(client, address, **fields)
    return type_code(client, latest_code())


def sign_in_by_password(client, address: str, password: str, **fields):
    """Sign in with the password; returns the answer."""
    form = {"email": address, "password": password, "by": "password", **fields}
    return client.post(reverse("account_login"), form)


def is_signed_in(client) -> bool:
    """Whether somebody is signed in with this browser."""
    return client.get(reverse("account_home")).status_code == 200


def wrong(code: str) -> str:
    """Another code of the same length."""
    return f"{(int(code) + 1) % 10 ** len(code):0{len(code)}}"
