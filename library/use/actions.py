"""What is written when resources are used: counts, marks, what is kept for later, notes."""

import logging
from collections import Counter
from datetime import datetime, timedelta
from uuid import UUID

from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.utils import timezone

from core.models import HubDocument
from core.stamp import bump
from library.models import FileDownloads, HelpfulMark, NamedDocument, SavedResource, UseNote
from library.use.letters import HIDDEN
from notifications.actions import queue

# Days are of interest for so long; of earlier ones the month is kept.
DAYS_KEPT_FOR = timedelta(days=400)
logger = logging.getLogger(__name__)


def count_downloads(document_ids: list[int], now: datetime):
    """Count each of the files once for today, if a resource offers it.

    One statement, so that two at once are two; a file is given even where it cannot be counted.
    """
    quote = connection.ops.quote_name
    counts, named = FileDownloads._meta.db_table, NamedDocument._meta.db_table
    marks = ", ".join(["%s"] * len(document_ids))
    statement = (
        f"INSERT INTO {quote(counts)} (document_id, day, count) "  # noqa: S608
        f"SELECT id, %s, 1 FROM {quote(HubDocument._meta.db_table)} AS document "
        f"WHERE id IN ({marks}) AND EXISTS (SELECT 1 FROM {quote(named)} AS named "
        "WHERE named.document_id = document.id AND named.is_live) "
        f"ON CONFLICT (document_id, day) DO UPDATE SET count = {quote(counts)}.count + 1"
    )
    day = connection.ops.adapt_datefield_value(timezone.localdate(now))
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, [day, *document_ids])
    except DatabaseError:
        logger.warning("A download was not counted", exc_info=True)


@transaction.atomic
def fold_downloads(now: datetime):
    """Add up by months what was counted long ago, so that there are never many rows."""
    until = timezone.localdate(now - DAYS_KEPT_FOR).replace(day=1)
    rows = FileDownloads.objects.select_for_update().filter(day__lt=until).exclude(day__day=1)
    old = list(rows.order_by("pk"))
    months: Counter = Counter()
    for row in old:
        months[row.document_id, row.day.replace(day=1)] += row.count
    FileDownloads.objects.filter(pk__in=[row.pk for row in old]).delete()
    for (document_id, first), times in sorted(months.items()):
        month, _is_new = FileDownloads.objects.get_or_create(document_id=document_id, day=first)
        FileDownloads.objects.filter(pk=month.pk).update(count=F("count") + times)


@transaction.atomic
def mark_helpful(*, person, resource_key: UUID, has_helped: bool, now: datetime):
    """Say that the resource helped the person, or take it back; to say it twice is once."""
    mine = {"person": person, "resource_key": resource_key}
    _keep(HelpfulMark, mine, has_helped, marked_at=now)
    bump()


@transaction.atomic
def save_for_later(*, person, resource_key: UUID, is_saved: bool, now: datetime):
    """Keep the resource for later, or no longer."""
    mine = {"person": person, "resource_key": resource_key}
    _keep(SavedResource, mine, is_saved, saved_at=now)


def _keep(model, mine: dict, is_kept: bool, **first):
    if is_kept:
        # The constraint decides, however often and at once it is pressed.
        model.objects.bulk_create([model(**mine, **first)], ignore_conflicts=True)
    else:
        model.objects.filter(**mine).delete()


@transaction.atomic
def write_note(*, person, resource_key: UUID, community_key: UUID, text: str, now: datetime):
    """Keep how the person used the resource, instead of what they said before.

    One that was hidden stays hidden.
    """
    said = {"community_key": community_key, "text": text, "written_at": now}
    mine = {"person": person, "resource_key": resource_key}
    UseNote.objects.update_or_create(**mine, defaults=said)
    bump()


@transaction.atomic
def delete_note(*, person, resource_key: UUID):
    """Forget what the person said about the resource."""
    UseNote.objects.filter(person=person, resource_key=resource_key).delete()
    bump()


@transaction.atomic
def hide_note(*, note: UseNote, reason: str, now: datetime):
    """Let nobody but its author and editors see the note any more, and tell its author why.

    Hiding it again changes nothing.
    """
    shown = UseNote.objects.filter(pk=note.pk, hidden_at=None)
    if shown.update(hidden_at=now, hidden_reason=reason):
        queue(
            kind=HIDDEN,
            about=f"note:{note.pk}:{now:%Y%m%d%H%M%S}",
            now=now,
            person=note.person,
            context={"note": note.pk, "reason": reason},
        )
        bump()


@transaction.atomic
def show_note(*, note: UseNote):
    """Let readers see the note again."""
    UseNote.objects.filter(pk=note.pk).update(hidden_at=None, hidden_reason="")
    bump()


@transaction.atomic
def forget_use(*, person):
    """Forget all marks, notes and kept resources of the person."""
    for model in (HelpfulMark, SavedResource, UseNote):
        model.objects.filter(person=person).delete()
    bump()
