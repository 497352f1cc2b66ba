"""What editors do about letters, and what time does."""

from datetime import datetime, timedelta

from django.db import transaction
from wagtail.log_actions import log

from notifications.backoff import RETRY_FOR
from notifications.kinds import UnknownKind, kind_of
from notifications.models import DeadAddress, Letter, Notice

KEPT_FOR = timedelta(days=90)


def can_be_sent_again(letter: Letter) -> bool:
    """Whether the letter failed and what it says is still there."""
    if letter.state != Letter.State.FAILED:
        return False
    try:
        return not kind_of(letter.kind).is_secret
    except UnknownKind:
        return False


@transaction.atomic
def send_again(*, letter: Letter, user, now: datetime) -> bool:
    """Let a letter that failed wait for the next round; False when it is not to be sent again."""
    if not can_be_sent_again(letter):
        return False
    failed = Letter.objects.filter(pk=letter.pk, state=Letter.State.FAILED)
    if not failed.update(
        state=Letter.State.WAITING,
        attempts=0,
        next_attempt_at=now,
        give_up_at=now + RETRY_FOR,
        failure="",
    ):
        return False
    log(instance=letter, action="wagtail.edit", user=user)
    return True


@transaction.atomic
def forget_dead_address(*, dead: DeadAddress, user):
    """Let letters go to the address again."""
    log(instance=dead, action="wagtail.delete", user=user)
    dead.delete()


def prune(now: datetime):
    """Forget letters that ended and notices that are old: nobody asks about them any more."""
    Notice.objects.filter(created_at__lt=now - KEPT_FOR).delete()
    Letter.objects.filter(state__in=Letter.ENDED, created_at__lt=now - KEPT_FOR).delete()
