"""The doors of the outbox: who may see it, and which letters may leave it."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from notifications.kinds import Kind
from notifications.models import DeadAddress, Letter, Notice

SEE_TO_LETTERS = "notifications.change_letter"

# Why a letter is dropped, as it stands in the row; the list of letters says it in words.
TOO_LATE, NOT_ALLOWED, DEAD_ADDRESS = "TooLate", "NotAllowed", "DeadAddress"


def may_see_letters(user) -> bool:
    """Whether the person may see what has become of the site's letters."""
    return user.has_perm(SEE_TO_LETTERS)


def letters_for(user):
    """All letters, the newest first; raises PermissionDenied for who may not see any."""
    if not may_see_letters(user):
        raise PermissionDenied
    return Letter.objects.select_related("person").order_by("-created_at", "-pk")


def letter_for(user, pk: int) -> Letter:
    """One letter; raises PermissionDenied, or Http404 for one that is not there."""
    return get_object_or_404(letters_for(user), pk=pk)


def dead_addresses_for(user):
    """The addresses that get nothing any more; raises PermissionDenied like `letters_for`."""
    if not may_see_letters(user):
        raise PermissionDenied
    return DeadAddress.objects.order_by("-found_at", "-pk")


def dead_address_for(user, pk: int) -> DeadAddress:
    """One dead address; raises PermissionDenied, or Http404 for one that is not there."""
    return get_object_or_404(dead_addresses_for(user), pk=pk)


def notices_of(person):
    """What the person was told of, the newest first."""
    return Notice.objects.filter(person=person).order_by("-pk")


def notice_of(person, pk: int) -> Notice:
    """One of the person's own notices; raises Http404."""
    return get_object_or_404(notices_of(person), pk=pk)


def may_be_sent(letter: Letter, kind: Kind, now: datetime) -> str:
    """Why the letter must not leave now; empty when it may."""
    if kind.good_for and now > letter.created_at + kind.good_for:
        return TOO_LATE
    if letter.person_id and not letter.person.is_active:
        return NOT_ALLOWED
    if not kind.may_receive(letter, now):
        return NOT_ALLOWED
    if DeadAddress.objects.filter(address__iexact=letter.recipient).exists():
        return DEAD_ADDRESS
    return ""
