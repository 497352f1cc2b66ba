"""Deleting accounts: asked for or after long silence, with time to think, and then for good."""

import secrets
import uuid
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import islice

from django.db import OperationalError, connection, transaction
from django.db.models.functions import Coalesce, Greatest
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import override

from core import jobs
from members import periods, privacy
from members.duties import duties_of
from members.models import Erasure, User
from members.pending import Refused
from members.secret_words import digest_of, new_token
from notifications.actions import queue
from notifications.links import address as link_address
from notifications.models import DeadAddress, Letter

# So that a site that was off for a year does not write to everybody in one turn.
PEOPLE_A_TURN = 200


@transaction.atomic
def ask_erasure(*, person: User, now: datetime) -> Erasure:
    """Begin the time after which the person's data is erased, and tell them; once.

    Raises Refused for the only administrator, without whom nobody could let another in.
    """
    others = User.objects.filter(is_superuser=True, is_active=True).exclude(pk=person.pk)
    if person.is_superuser and not others.exists():
        raise Refused(_("You are the only administrator. Make somebody else one first."))
    return _begin(person, Erasure.Cause.OWN_WISH, now, periods.grace())


@transaction.atomic
def cancel_erasure(*, erasure: Erasure):
    """Keep the account after all."""
    Erasure.objects.filter(pk=erasure.pk).delete()


def warn_inactive(now: datetime):
    """Write to people who were not here for long that their account will be deleted.

    Whoever has a role is left alone: an editor takes it away first.
    """
    silent = User.objects.annotate(
        seen_at=Greatest(
            "date_joined",
            Coalesce("last_login", "date_joined"),
            Coalesce("active_at", "date_joined"),
        )
    ).filter(
        seen_at__lt=periods.silent_since(now),
        is_erased=False,
        is_active=True,
        is_staff=False,
        is_superuser=False,
        groups=None,
        erasure=None,
    )
    # Some roles are known to the apps above alone.
    without_role = (person for person in silent.order_by("pk").iterator() if not _has_role(person))
    for person in list(islice(without_role, PEOPLE_A_TURN)):
        with transaction.atomic():
            _begin(person, Erasure.Cause.INACTIVITY, now, periods.warning())


def erase_due(now: datetime):
    """Erase everybody whose time has come; those who came back meanwhile are kept.

    Whoever was only away waits until the letter about it has left, unless their address is dead.
    """
    due = Erasure.objects.filter(due_at__lte=now).select_related("person").order_by("due_at", "pk")
    for erasure in due:
        if jobs.stopping.is_set():
            return
        is_silent = erasure.cause == Erasure.Cause.INACTIVITY
        if is_silent and _came_back(erasure):
            cancel_erasure(erasure=erasure)
        elif not (is_silent and _waits_for_letter(erasure.person)):
            with suppress(OperationalError):
                # Others write in the same places at this moment: the next turn comes soon.
                erase_person(person=erasure.person, now=now)


@transaction.atomic
def erase_person(*, person: User, now: datetime):
    """Take away all that tells who the person was; the empty row stays behind what they wrote.

    Raises OperationalError, and changes nothing, while others write what it has to change.
    """
    _give_way()
    person = User.objects.select_for_update().get(pk=person.pk)
    if person.is_erased:
        return
    for holder in privacy.registered():
        holder.erase(person, now)
    _empty(person, now)


def _give_way():
    """Wait for nobody for long: whoever holds what is needed here may wait for what is held here.

    The database would end one of the two, and that must not be the one who waits for an answer.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            # Shorter than the second after which PostgreSQL looks for people who wait in a circle.
            cursor.execute("SET LOCAL lock_timeout = '500ms'")


def _empty(person: User, now: datetime):
    person.groups.clear()
    person.user_permissions.clear()
    person.set_unusable_password()
    emptied = {
        "email": f"erased-{secrets.token_hex(16)}@invalid",
        "key": uuid.uuid4(),
        "first_name": "",
        "last_name": "",
        "display_name": "",
        "about": "",
        "home_key": None,
        "language": User.Language.LV,
        "letter_rhythm": User.LetterRhythm.NONE,
        "is_public": False,
        "search_keys": "",
        "shows_home": False,
        "is_staff": False,
        "is_superuser": False,
        "is_active": False,
        "is_erased": True,
        "last_login": None,
        "active_at": None,
        "date_joined": now,
    }
    for name, value in emptied.items():
        setattr(person, name, value)
    person.save(update_fields=[*emptied, "password"])


def _begin(person: User, cause: str, now: datetime, time_left: timedelta) -> Erasure:
    token = new_token()
    begun, is_new = Erasure.objects.get_or_create(
        person=person,
        defaults={
            "cause": cause,
            "asked_at": now,
            "due_at": now + time_left,
            "cancel_digest": digest_of(token),
        },
    )
    if is_new:
        _tell(begun, token, now)
    return begun


def _tell(begun: Erasure, token: str, now: datetime):
    person = begun.person
    with override(person.language):
        due_date = date_format(localdate(begun.due_at), "DATE_FORMAT")
    url = link_address("members:erasure-cancel", token, language=person.language)
    queue(
        kind=f"members.erasure.{begun.cause}",
        about=f"erasure:{begun.pk}:{begun.cancel_digest[:16]}",
        now=now,
        person=person,
        context={"action_url": url, "due_date": due_date},
    )


def _came_back(erasure: Erasure) -> bool:
    person = erasure.person
    seen = [moment for moment in (person.last_login, person.active_at) if moment]
    return _has_role(person) or any(moment > erasure.asked_at for moment in seen)


def _has_role(person: User) -> bool:
    is_staff = person.is_staff or person.is_superuser or person.groups.exists()
    return is_staff or bool(duties_of(person, person.language))


def _waits_for_letter(person: User) -> bool:
    states = Letter.State
    letters = Letter.objects.filter(
        person=person,
        kind=f"members.erasure.{Erasure.Cause.INACTIVITY}",
        state__in=(states.WAITING, states.SENDING, states.FAILED),
    )
    is_dead = DeadAddress.objects.filter(address__iexact=person.email).exists()
    return letters.exists() and not is_dead
