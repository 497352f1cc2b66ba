"""A kind of pending actions that only tests have: it gives the person a few words about them."""

import re
from datetime import UTC, datetime

from django.urls import reverse

from members import actions, pending
from members.models import User
from members.pending import PendingKind, Refused
from notifications.models import Letter

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
ADDRESS = "anna@example.test"


def _run(*, person, payload, now):
    if payload.get("is_full"):
        raise Refused("Vietu vairs nav.")
    User.objects.filter(pk=person.pk).update(about=person.about + payload["text"])
    return reverse("nearby")


KIND = PendingKind(
    "tests.words",
    run=_run,
    describe=lambda payload: "Tiks pievienoti vārdi.",
    written=lambda payload: payload.get("text", ""),
)
pending.register(KIND)


def begin(address=ADDRESS, *, now=NOW, client_address="192.0.2.1", **options):
    payload = options.pop("payload", {"text": "Labdien!"})
    return actions.begin_pending(
        kind="tests.words",
        payload=payload,
        address=address,
        language=options.pop("language", "lv"),
        now=now,
        client_address=client_address,
        **options,
    )


def letter_about(action) -> Letter:
    return Letter.objects.filter(about__startswith=f"pending:{action.key}:").latest("pk")


def code_of(action) -> str:
    return letter_about(action).context["code"]


def link_of(action) -> str:
    return re.sub(r"^https?://[^/]+", "", letter_about(action).context["action_url"])
