"""What follows from the page of a resource: its words, and which documents it names."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import ReferenceIndex

from core.models import HubDocument
from library.actions.reading import await_reading
from library.models import NamedDocument, ResourcePage, ResourceWords
from library.words import keys_of_resource


@transaction.atomic
def keep_words(*, page: ResourcePage):
    """Let the resource be found by the words that its page has now."""
    keys = keys_of_resource(page)
    ResourceWords.objects.update_or_create(page=page, defaults={"search_keys": keys})


@transaction.atomic
def keep_documents(*, page: ResourcePage, draft: ResourcePage | None = None):
    """Remember which documents the page and its draft name, and have new ones read.

    One that it does not name any more is remembered too: it stays closed to those who could not
    read the page.
    """
    live = documents_in(page)
    both = live | (documents_in(draft) if draft else set())
    known = {row.document_id: row for row in NamedDocument.objects.filter(page=page)}
    NamedDocument.objects.bulk_create(
        [
            NamedDocument(page=page, document_id=number, is_live=number in live)
            for number in sorted(both - set(known))
        ],
        ignore_conflicts=True,
    )
    mine = NamedDocument.objects.filter(page=page)
    mine.filter(is_live=False, document_id__in=live).update(is_live=True)
    mine.filter(is_live=True).exclude(document_id__in=live).update(is_live=False)
    for document in HubDocument.objects.filter(pk__in=both - set(known)):
        await_reading(document=document)


def documents_in(page: ResourcePage) -> set[int]:
    """The numbers of the documents that a page names in its files, its text and its links."""
    kind = ContentType.objects.get_for_model(HubDocument).pk
    found = ReferenceIndex._extract_references_from_object(page)
    numbers = {int(number) for of, number, *_place in found if of == kind}
    return set(HubDocument.objects.filter(pk__in=numbers).values_list("pk", flat=True))
