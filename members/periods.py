"""How long the site waits before it deletes an account."""

from datetime import datetime, timedelta

from django.conf import settings


def grace() -> timedelta:
    """Between the wish to delete an account and its end."""
    return timedelta(days=settings.ERASURE_GRACE_DAYS)


def warning() -> timedelta:
    """Between the letter to somebody who was not here for long and the end of the account."""
    return timedelta(days=settings.INACTIVE_WARNING_DAYS)


def silent_since(now: datetime) -> datetime:
    """Whoever was not here after this gets that letter, so that the end comes on time."""
    return now - timedelta(days=settings.INACTIVE_AFTER_DAYS) + warning()
