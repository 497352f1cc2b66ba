"""How a letter comes into the outbox."""

import secrets
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import IntegrityError, transaction

from notifications.backoff import RETRY_FOR
from notifications.kinds import kind_of
from notifications.models import ABOUT_LENGTH, Letter


def queue(
    *,
    kind: str,
    about: str,
    now: datetime,
    person=None,
    address: str = "",
    language: str = "",
    context: dict | None = None,
) -> Letter | None:
    """Put a letter into the outbox, in the caller's transaction; it is sent later.

    One kind about one thing goes to one recipient at most once: None when it is there already, and
    None for a person who is not active. Raises UnknownKind. `context` holds what JSON can hold.
    """
    thing = {"kind": kind_of(kind).name, "about": _checked(about)}
    if person is not None and not (person.is_active and person.email):
        return None
    recipient = {"person": person, "address": "" if person else address}
    same = Letter.objects.for_recipient(**thing, **recipient)
    if same.exists():
        return None
    fields = {"context": context or {}, "language": language, **thing, **recipient}
    try:
        with transaction.atomic():
            return _write(now, is_urgent=kind_of(kind).is_urgent, **fields)
    except IntegrityError:
        if same.exists():
            return None
        raise


def _checked(about: str) -> str:
    if len(about) > ABOUT_LENGTH:
        # SQLite would take it, and PostgreSQL would not.
        raise ValueError(f"What a letter is about has at most {ABOUT_LENGTH} signs.")
    return about


def _write(now: datetime, **fields) -> Letter:
    """A letter that waits from now on; of two the same, written at once, one is refused."""
    return Letter.objects.create(
        created_at=now,
        next_attempt_at=now,
        give_up_at=now + RETRY_FOR,
        message_id=_new_message_id(now),
        **fields,
    )


def _new_message_id(now: datetime) -> str:
    """What the letter is known by in every attempt; the file backend names its file after it."""
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    return f"<{now:%Y%m%d-%H%M%S}-{secrets.token_hex(8)}@{host}>"
