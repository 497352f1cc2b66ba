"""Reading the files of resources: queued when a file is new, done outside of any transaction."""

from datetime import datetime
from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction

from core.file_text.reader import read
from core.file_text.reading import Place, Reading
from core.models import HubDocument
from core.stamp import bump
from library import letters
from library.models import FilePlace, FileText
from library.words import keys_in_file
from notifications.actions import queue

# Longer places are kept in pieces, so that showing one costs little.
LETTERS_AT_ONCE = 8000
NAME_LETTERS = 200
ROWS_AT_ONCE = 200


@transaction.atomic
def await_reading(*, document: HubDocument):
    """Have the file of the document read soon, unless what is known is of this very file.

    What was read in a file before it is forgotten at once.
    """
    from library.tasks import read_file

    digest = document.file_hash or document.get_file_hash()
    # What was not uploaded through a form does not know its size either.
    document.get_file_size()
    text, is_new = FileText.objects.get_or_create(document=document)
    if not is_new and text.file_hash == digest:
        return
    _forget(text)
    text.file_hash, text.state = digest, FileText.State.WAITING
    text.search_keys, text.pages, text.trouble, text.read_at = "", None, "", None
    text.save()
    bump()
    transaction.on_commit(partial(read_file.enqueue, document.pk))


def read_document(*, document_id: int, now: datetime):
    """Read the file of the document, if it still waits for that; takes seconds."""
    text = FileText.objects.filter(document_id=document_id).select_related("document").first()
    if text is None or text.state != FileText.State.WAITING:
        return
    document = text.document
    try:
        with document.file.open("rb") as file:
            reading = read(file, extension=document.file_extension)
    except FileNotFoundError:
        return
    _keep(text.pk, text.file_hash, reading, now)


@transaction.atomic
def _keep(text_id: int, digest: str, reading: Reading, now: datetime):
    waiting = FileText.objects.select_for_update().filter(pk=text_id, file_hash=digest)
    text = waiting.filter(state=FileText.State.WAITING).select_related("document").first()
    if text is None:
        # The file was replaced meanwhile, or another process was faster.
        return
    places = [_row(text, place, words) for place in reading.places for words in _pieces(place)]
    for order, row in enumerate(places):
        row.sort_order = order
    FilePlace.objects.bulk_create(places, batch_size=ROWS_AT_ONCE)
    text.search_keys = " ".join(dict.fromkeys(" ".join(row.search_keys for row in places).split()))
    text.pages, text.read_at = reading.pages, now
    text.trouble = str(reading.trouble or "")
    text.state = FileText.State.TROUBLED if reading.trouble else FileText.State.READ
    if reading.picture:
        text.picture.save(f"{text.digest}.webp", ContentFile(reading.picture), save=False)
    text.save()
    if reading.trouble:
        _tell_uploader(text, now)
    bump()


def _row(text: FileText, place: Place, words: str) -> FilePlace:
    return FilePlace(
        text=text,
        kind=place.kind.value,
        number=place.number,
        name=place.name[:NAME_LETTERS],
        words=words,
        search_keys=keys_in_file(words),
    )


def _pieces(place: Place):
    """The text of a place in pieces that end between words."""
    text = place.text
    while len(text) > LETTERS_AT_ONCE:
        end = text.rfind(" ", LETTERS_AT_ONCE // 2, LETTERS_AT_ONCE)
        end = end if end > 0 else LETTERS_AT_ONCE
        yield text[:end]
        text = text[end:]
    yield text


def _forget(text: FileText):
    text.places.all().delete()
    if text.picture:
        forget_picture(text=text)
        text.picture = ""


def forget_picture(*, text: FileText):
    """Delete the picture of the first page when the transaction ends well."""
    storage, name = text.picture.storage, text.picture.name
    transaction.on_commit(partial(storage.delete, name))


def _tell_uploader(text: FileText, now: datetime):
    uploader = text.document.uploaded_by_user
    if uploader is not None:
        queue(
            kind=letters.TROUBLE,
            about=f"file:{text.document_id}:{text.digest}",
            now=now,
            person=uploader,
            context={"document": text.document_id, "digest": text.digest},
        )
