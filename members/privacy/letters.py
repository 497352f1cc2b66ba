"""What the outbox keeps about a person; it lies below and cannot say so itself."""

from email import policy
from email.parser import BytesParser
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Lower

from members.accounts.own_letters import about_account
from members.privacy.mentions import forget_mentions, names_of
from members.privacy.own import addresses_of
from notifications.models import DeadAddress, Letter, LetterWish, Notice


def export_letters(person) -> list[dict]:
    """Which letters went to the person; codes and links are never kept."""
    letters = letters_to(person).order_by("created_at", "pk")
    return list(letters.values("kind", "about", "state", "created_at", "sent_at", "context"))


def erase_letters(person, now):
    """Forget letters to and about the person, dead addresses, and files of sites without mail."""
    addresses = addresses_of(person)
    letters_to(person).delete()
    # An address that the person gave up, or never confirmed, is known by nothing else.
    Letter.objects.filter(about__startswith=about_account(person)).delete()
    forget_mentions(Letter.objects.all(), names_of(person), structures=["context"])
    DeadAddress.objects.annotate(lower=Lower("address")).filter(lower__in=addresses).delete()
    transaction.on_commit(partial(_remove_files, addresses))


def export_notices(person) -> dict:
    """What the person was told of on the site, and how often they want letters."""
    notices = Notice.objects.filter(person=person).order_by("pk")
    wishes = LetterWish.objects.filter(person=person).order_by("scope", "pk")
    return {
        "notices": list(notices.values("kind", "about", "created_at", "read_at", "sent_at")),
        "wishes": list(wishes.values("scope", "rhythm", "is_stopped")),
    }


def erase_notices(person, now):
    """Forget both; the words of a notice are kept nowhere."""
    Notice.objects.filter(person=person).delete()
    LetterWish.objects.filter(person=person).delete()


def letters_to(person):
    """All letters in the outbox to the person or to an address of theirs."""
    mine = Letter.objects.annotate(lower=Lower("address"))
    return mine.filter(Q(person=person) | Q(lower__in=addresses_of(person)))


def _remove_files(addresses: set[str]):
    root = getattr(settings, "EMAIL_FILE_PATH", None)
    for path in Path(root).glob("*.eml") if root else ():
        if addresses & _recipients(path):
            path.unlink(missing_ok=True)


def _recipients(path: Path) -> set[str]:
    with path.open("rb") as file:
        header = BytesParser(policy=policy.default).parse(file, headersonly=True)["To"]
    return {address.addr_spec.lower() for address in header.addresses} if header else set()
