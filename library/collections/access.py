"""The doors to collections and to what they hold."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from core import access
from core.models import HubDocument
from library.files import SharedFile
from library.models import CollectionPage


def collection_for(visit, pk: int) -> CollectionPage:
    """A collection that the visitor may read; raises Http404."""
    return get_object_or_404(CollectionPage.objects.seen_in(visit), pk=pk)


def documents_for(person, files: list[SharedFile], now) -> dict[int, HubDocument]:
    """The documents of these files, by their numbers, that the person may fetch.

    Each is asked for at the one door of documents: whatever closes one closes it here.
    """
    known = HubDocument.objects.in_bulk({file.document_id for file in files})
    found = {}
    for number, document in known.items():
        try:
            found[number] = access.document_for(person, number, document.filename, now)
        except (Http404, access.SignInNeeded, PermissionDenied):
            continue
    return found
