"""What `members` itself keeps about a person."""

from functools import partial

from django.conf import settings
from django.db import transaction
from django.db.models.functions import Lower

from members import homes
from members.models import DataExport, Erasure, PendingAction
from members.privacy.files import remove_file


def export_profile(person) -> dict:
    """What the person said about themselves, and what they may do."""
    return {
        "public_key": person.key,
        "email": person.email,
        "display_name": person.display_name,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "about": person.about,
        "language": person.language,
        "home_community": homes.title_of(person.home_key, settings.LANGUAGE_CODE),
        "letters": person.letter_rhythm,
        "has_public_page": person.is_public,
        "shows_home_community": person.shows_home,
        "joined_at": person.date_joined,
        "last_signed_in_at": person.last_login,
        "last_active_at": person.active_at,
        "is_administrator": person.is_superuser,
        "groups": list(person.groups.order_by("name", "pk").values_list("name", flat=True)),
    }


def erase_profile(person, now):
    """Nothing more than the row of the person itself, which is emptied at the end."""


def export_consents(person) -> list[dict]:
    """What the person agreed to."""
    consents = person.consents.select_related("text").order_by("given_at", "pk")
    return [
        {
            "kind": consent.text.kind,
            "version": consent.text.version,
            "language": consent.text.language,
            "text": consent.text.text,
            "given_at": consent.given_at,
        }
        for consent in consents
    ]


def erase_consents(person, now):
    """Forget the consents: there is nobody left who gave them."""
    person.consents.all().delete()


def export_wishes(person) -> dict:
    """What waits to be confirmed at the person's addresses, and what they asked of their data."""
    pending = pending_of(person).order_by("created_at", "pk")
    exports = person.exports.order_by("asked_at", "pk")
    erasures = Erasure.objects.filter(person=person)
    return {
        "waiting_to_be_confirmed": list(
            pending.values("kind", "payload", "address", "created_at", "expires_at", "done_at")
        ),
        "exports": list(exports.values("asked_at", "made_at", "fetched_at")),
        "erasure": list(erasures.values("cause", "asked_at", "due_at")),
    }


def erase_wishes(person, now):
    """Forget what waits, and take away the files of exports."""
    pending_of(person).delete()
    for export in DataExport.objects.filter(person=person):
        transaction.on_commit(partial(remove_file, export))
        export.delete()
    Erasure.objects.filter(person=person).delete()


def pending_of(person):
    """What waits to be confirmed at any address of the person."""
    return PendingAction.objects.annotate(lower=Lower("address")).filter(
        lower__in=addresses_of(person)
    )


def addresses_of(person) -> set[str]:
    """All addresses that are known to be the person's own, in lower case."""
    rows = person.emailaddress_set.values_list("email", flat=True)
    return {address.lower() for address in (person.email, *rows)}
