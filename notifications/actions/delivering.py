"""How letters leave the outbox."""

import logging
import random
import time
import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from core.jobs import stopping
from core.models import SiteSettings
from notifications import slips, transports
from notifications.access import NOT_ALLOWED, may_be_sent
from notifications.backoff import LONGEST_DELAY, LONGEST_DELAY_OF_SERVER, delay_after
from notifications.composing import LetterMessage, compose, site_settings
from notifications.kinds import kind_of, registered
from notifications.models import DeadAddress, Letter

logger = logging.getLogger("hub.letters")

# Longer than any one letter may take; a process that is silent for so long has lost its letters.
LEASE = timedelta(minutes=10)
# Other scheduled work waits meanwhile; what is left goes in the next round.
ROUND_SECONDS = 50
# So many broken connections one after the other are no chance.
MOST_LOST = 3
State = Letter.State


class Taken(Exception):
    """The letter belongs to another process by now."""


@dataclass
class Round:
    """One run of the post: whose slip it notes on, and the way the letters take."""

    slip: slips.Slip
    way: transports.Transport
    site: SiteSettings
    now: datetime
    chance: random.Random = field(default_factory=random.SystemRandom)
    lost: int = 0
    is_over: bool = False


def deliver_due(now: datetime):
    """Send every letter that is due, each at most once, even when several processes do it."""
    _take_back(now)
    due = list(Letter.objects.due(now).values_list("pk", flat=True))
    if not due:
        return
    ends_at = time.monotonic() + ROUND_SECONDS
    with slips.opened(uuid.uuid4().hex) as slip:
        turn = Round(slip, transports.transport(), site_settings(), now)
        try:
            for pk in due:
                if turn.is_over or stopping.is_set() or time.monotonic() > ends_at:
                    break
                if Letter.objects.claim(pk, token=slip.token, now=now):
                    mine = Letter.objects.select_related("person").filter(claim_token=slip.token)
                    _deliver(turn, mine.get(pk=pk))
        finally:
            turn.way.close()


def _take_back(now: datetime):
    """Put back what processes that died had taken and have not sent."""
    with slips.left_behind() as left:
        for slip in left:
            held = Letter.objects.filter(claim_token=slip.token)
            back = held.filter(state=State.SENDING)
            if slip.noted is not None:
                back |= held.filter(state=State.HANDED).exclude(pk__in=slip.noted)
            back.update(state=State.WAITING, claim_token="", sent_at=None)
    silent = Letter.objects.filter(claimed_at__lt=now - LEASE).exclude(claim_token="")
    silent.filter(state=State.SENDING).update(state=State.WAITING, claim_token="")
    handed = silent.filter(state=State.HANDED)
    secret = [kind.name for kind in registered() if kind.is_secret]
    handed.filter(kind__in=secret).update(context={})
    handed.update(claim_token="", failure="NoAnswer")


def _deliver(turn: Round, letter: Letter):
    message = _message(turn, letter)
    if message is None:
        return
    try:
        turn.way.deliver(message, lambda: _hand_over(turn, letter))
    except Taken:
        logger.warning("a letter was taken by another process")
    except transports.NobodyThere as fault:
        _mark_dead(letter, fault.code, turn.now)
        _end(letter, State.FAILED, fault.failure)
    except transports.Refused as fault:
        _end(letter, State.FAILED, fault.failure)
    except transports.Unanswered as fault:
        turn.is_over = True
        _end(letter, State.HANDED, fault.failure, sent_at=turn.now)
    except transports.Fault as fault:
        _put_back(turn, letter, fault)
    else:
        turn.lost = 0
        _end(letter, State.SENT, sent_at=turn.now)


def _message(turn: Round, letter: Letter) -> LetterMessage | None:
    """The letter as it leaves; None when it does not, and then why is written down."""
    try:
        kind = kind_of(letter.kind)
        obstacle = may_be_sent(letter, kind, turn.now)
        if not obstacle:
            message = compose(letter, kind, site=turn.site, now=turn.now)
            if message is not None:
                # Whatever is wrong with the headers shows here and not in the middle of sending.
                message.message()
                return message
            obstacle = NOT_ALLOWED
    except Exception as error:
        # A letter that cannot be written must not hold up the others, and may be mended meanwhile.
        logger.exception("a letter could not be written")
        _put_back(turn, letter, transports.Busy(type(error).__name__))
        return None
    _end(letter, State.DROPPED, obstacle)
    return None


def _hand_over(turn: Round, letter: Letter):
    """Count the letter as handed over, for the process that still has it; raises Taken."""
    held = Letter.objects.filter(pk=letter.pk, state=State.SENDING, claim_token=letter.claim_token)
    if not held.update(state=State.HANDED, sent_at=turn.now):
        raise Taken
    turn.slip.note(letter.pk)


def _put_back(turn: Round, letter: Letter, fault: transports.Fault):
    """Try again later, or give up when it has been tried for long enough."""
    is_about_server = isinstance(fault, transports.Lost)
    if is_about_server:
        turn.lost += 1
        turn.is_over = turn.lost >= MOST_LOST or isinstance(fault, transports.Unreachable)
    longest = LONGEST_DELAY_OF_SERVER if is_about_server else LONGEST_DELAY
    next_at = turn.now + delay_after(letter.attempts, turn.chance, longest)
    if next_at > letter.give_up_at:
        _end(letter, State.FAILED, fault.failure)
        return
    _held(letter).update(
        state=State.WAITING,
        claim_token="",
        next_attempt_at=next_at,
        sent_at=None,
        failure=fault.failure,
    )


def _end(letter: Letter, state: State, failure: str = "", **fields):
    """Write down how it ended; of what is secret nothing is kept."""
    kind = next((kind for kind in registered() if kind.name == letter.kind), None)
    if kind and kind.is_secret:
        fields["context"] = {}
    _held(letter).update(state=state, failure=failure, claim_token="", **fields)


def _held(letter: Letter):
    """The letter's row, as long as this process has it."""
    return Letter.objects.filter(
        pk=letter.pk, claim_token=letter.claim_token, state__in=[State.SENDING, State.HANDED]
    )


def _mark_dead(letter: Letter, code: int, now: datetime):
    address = letter.recipient.lower()
    try:
        with transaction.atomic():
            DeadAddress.objects.create(address=address, found_at=now, smtp_code=code)
    except IntegrityError:
        DeadAddress.objects.filter(address__iexact=address).update(smtp_code=code)
