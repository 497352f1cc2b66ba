"""Sending those to sign in who may perhaps see a thing once they have."""

from functools import wraps

from core import errors
from core.access import SignInNeeded


def or_sign_in(view):
    """Send the visitor to sign in where the door asks for it, and back again."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except SignInNeeded:
            return errors.sign_in(request)

    return answer


def signed_in(view):
    """Send those to sign in who have not."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        if not request.user.is_authenticated:
            return errors.sign_in(request)
        return view(request, *args, **kwargs)

    return answer
