"""A person's own data: asked for, gathered, handed over once."""

from datetime import datetime, timedelta

from django.db import transaction

from core import jobs
from members.actions.pending import NoLonger
from members.models import DataExport, User
from members.privacy.files import path_of, remove_file, write_file
from members.secret_words import digest_of, new_token
from notifications.actions import queue
from notifications.links import address as link_address

FILE_LIVES = timedelta(hours=24)
# One a day: gathering costs the site more than asking costs the person.
ROW_LIVES = timedelta(days=1)


@transaction.atomic
def ask_export(*, person, language: str, now: datetime) -> bool:
    """Keep the wish for one's data; False when one of the last day is there already."""
    # Whoever asks twice at once waits here.
    User.objects.select_for_update().get(pk=person.pk)
    if person.exports.filter(asked_at__gt=now - ROW_LIVES).exists():
        return False
    DataExport.objects.create(person=person, language=language, asked_at=now)
    return True


def make_exports(now: datetime):
    """Gather what was asked for, and send each person a link that works once."""
    waiting = DataExport.objects.filter(made_at=None, person__is_active=True)
    for export in waiting.select_related("person").order_by("asked_at", "pk"):
        if jobs.stopping.is_set():
            return
        write_file(export)
        _tell(export, now)


@transaction.atomic
def _tell(export: DataExport, now: datetime):
    token = new_token()
    made = DataExport.objects.filter(pk=export.pk, made_at=None).update(
        made_at=now, expires_at=now + FILE_LIVES, token_digest=digest_of(token)
    )
    if made:
        url = link_address("members:export-fetch", token, language=export.language)
        context = {"action_url": url}
        about = f"export:{export.key}"
        queue(kind="members.export", about=about, now=now, person=export.person, context=context)


def fetch_export(*, export: DataExport, now: datetime):
    """The open file of an export, which is gone from the disk after this; raises NoLonger."""
    if not DataExport.objects.fetch(export, now):
        raise NoLonger
    try:
        file = path_of(export).open("rb")
    except FileNotFoundError:
        raise NoLonger from None
    # What is open can still be read to its end.
    remove_file(export)
    return file


def prune_exports(now: datetime):
    """Take away files that nobody fetched in time, and forget that they were asked for."""
    for export in DataExport.objects.filter(expires_at__lt=now):
        remove_file(export)
        export.delete()
