"""Taking part without a password: begin, send again, confirm."""

import json
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from members.access import editors
from members.actions.consents import give_consent
from members.actions.people import person_for_address
from members.limits import (
    ALTOGETHER,
    CODES_FROM_CLIENT,
    FROM_CLIENT,
    TO_ADDRESS,
    TOLD,
    stretch_of,
)
from members.models import Allowance, ConsentText, PendingAction
from members.models.pending import CODE_TRIES
from members.pending import Refused, kind_of
from members.secret_words import blind, code_digest, digest_of, is_code, link_token, new_code
from notifications.actions import queue
from notifications.links import address as link_address

LINK_LIVES, CODE_LIVES = timedelta(hours=24), timedelta(minutes=30)
PAYLOAD_BYTES = 64 * 1024
# Kept so long after they ended, so that an old link still gets a kind answer.
KEPT_AFTERWARDS = timedelta(days=7)


class TooMany(Exception):
    """So much was begun from here that the site asks to wait."""


class TooLarge(ValueError):
    """What was written is more than is kept for somebody who is not known yet."""


class WrongCode(Exception):
    """The code is not right; `left` more can be tried."""

    def __init__(self, left: int):
        super().__init__(left)
        self.left = left


class NoLonger(Exception):
    """The action was done already, is too old, or its code is worn out."""


@transaction.atomic
def begin_pending(
    *,
    kind: str,
    payload: dict,
    address: str,
    language: str,
    now: datetime,
    client_address: str,
    consent: ConsentText | None = None,
) -> PendingAction:
    """Keep what was written, send its address a code and a link; raises TooMany or TooLarge.

    Whether a letter leaves depends on the limits of the address, and the caller cannot see it.
    """
    kind_of(kind)
    # Counted as it was typed: an escaped letter of Latvian would take three times as much.
    if len(json.dumps(payload, ensure_ascii=False).encode()) > PAYLOAD_BYTES:
        raise TooLarge
    if not _may(FROM_CLIENT, client_address, now):
        raise TooMany
    action = PendingAction.objects.create(
        kind=kind,
        payload=payload,
        address=address.strip().lower(),
        language=language,
        consent=consent,
        created_at=now,
        expires_at=now + LINK_LIVES,
    )
    _send(action, now)
    return action


@transaction.atomic
def resend_pending(*, action: PendingAction, now: datetime, client_address: str):
    """Send a new code and link, in place of the ones before; raises TooMany or NoLonger."""
    action = PendingAction.objects.select_for_update().get(pk=action.pk)
    if action.done_at or action.expires_at <= now:
        raise NoLonger
    if not _may(FROM_CLIENT, client_address, now):
        raise TooMany
    _send(action, now)


def confirm_by_code(
    *, action: PendingAction, code: str, now: datetime, client_address: str
) -> PendingAction:
    """Do the action if the code is right.

    Raises WrongCode, TooMany, NoLonger, or Refused as the action itself does.
    """
    if not _may(CODES_FROM_CLIENT, client_address, now):
        raise TooMany
    if action.done_at or not action.code_expires_at or action.code_expires_at <= now:
        raise NoLonger
    # The try is counted before the look, and is kept whatever comes of the rest.
    if not PendingAction.objects.count_try(action):
        raise NoLonger
    action.refresh_from_db()
    if not is_code(code, action.key, action.code_digest):
        raise WrongCode(CODE_TRIES - action.tries)
    return confirm_pending(action=action, now=now)


@transaction.atomic
def confirm_pending(*, action: PendingAction, now: datetime) -> PendingAction:
    """Do what was waiting, as the person of its address; raises NoLonger, or Refused.

    After Refused nothing has changed, and it can be tried again until it is too old.
    """
    if not PendingAction.objects.claim(action, now):
        raise NoLonger
    person = person_for_address(address=action.address, language=action.language, now=now)
    if not person.is_active:
        raise Refused(_("This account is closed. Write to the editors if that is a mistake."))
    if action.consent_id:
        give_consent(person=person, text=action.consent, now=now)
    action.done_url = kind_of(action.kind).run(person=person, payload=action.payload, now=now)
    action.done_at, action.payload, action.code_digest = now, {}, ""
    action.save(update_fields=["done_url", "payload", "code_digest"])
    return action


@transaction.atomic
def do_at_once(*, kind: str, payload: dict, person, now: datetime, consent=None) -> str:
    """Do for somebody who is signed in what others confirm first; raises Refused."""
    if consent:
        give_consent(person=person, text=consent, now=now)
    return kind_of(kind).run(person=person, payload=payload, now=now)


def prune_pending(now: datetime):
    """Forget what ended a week ago, and counts that no longer count."""
    PendingAction.objects.filter(expires_at__lt=now - KEPT_AFTERWARDS).delete()
    Allowance.objects.filter(begins_at__lt=now - timedelta(days=2)).delete()


def _may(limits, whom: str, now: datetime) -> bool:
    return all(
        Allowance.objects.take(
            f"{limit.name}:{blind(whom)}",
            begins_at=stretch_of(now, limit.per),
            limit=limit.count,
        )
        for limit in limits
    )


def _send(action: PendingAction, now: datetime):
    if not _may(TO_ADDRESS, action.address, now):
        return
    if not _may(ALTOGETHER, "", now):
        _tell_editors(now)
        return
    code, token = new_code(), link_token(action.key)
    action.letters += 1
    action.link_digest, action.code_digest = digest_of(token), code_digest(code, action.key)
    action.code_expires_at, action.tries = min(now + CODE_LIVES, action.expires_at), 0
    action.save()
    link = link_address("members:pending-link", token, language=action.language)
    queue(
        kind="members.confirm",
        about=f"pending:{action.key}:{action.letters}",
        now=now,
        address=action.address,
        language=action.language,
        context={"code": f"{code[:3]} {code[3:]}", "action_url": link, "what": _what(action)},
    )


def _tell_editors(now: datetime):
    """Say once an hour that no more letters of this kind leave: nobody else would notice."""
    if _may(TOLD, "", now):
        about = f"letters-used-up:{now.isoformat()}"
        for person in editors():
            queue(kind="members.letters-used-up", about=about, now=now, person=person)


def _what(action: PendingAction) -> str:
    with override(action.language):
        return str(kind_of(action.kind).describe(action.payload))
