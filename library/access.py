"""The doors of the library: who may read what its resources name."""

from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.http import Http404
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry

from core import access
from core.audience import Audience
from core.models import HubDocument
from library.models import FileText, NamedDocument, ResourcePage


def check_document(person, document, now):
    """Let the person read a document that resources name, or raise Http404.

    Who may not read it is not told that there is one.
    """
    named = NamedDocument.objects.filter(document=document)
    if not named.exists():
        return
    resources = ResourcePage.objects.visible_to(person, now)
    if named.filter(is_live=True, page__in=resources).exists():
        return
    if _is_on_another_page(person, document, now) or _may_change(person, document):
        return
    raise Http404


def register_rule():
    """Have documents asked about here too, once, when Django starts."""
    access.register_document_rule(check_document)


def is_everybodys(document, now) -> bool:
    """Whether whoever comes may read the document."""
    try:
        access.document_for(AnonymousUser(), document.pk, document.filename, now)
    except (Http404, access.SignInNeeded, access.PermissionDenied):
        return False
    return True


def first_page_for(person, document_id: int, digest: str, now) -> FileText:
    """The text of the document whose first page the person may see; raises as the document's door.

    `digest` is that of the file, so that an address is of one picture for ever.
    """
    text = FileText.objects.filter(document_id=document_id).select_related("document").first()
    if text is None or not text.picture or text.digest != digest:
        raise Http404
    access.document_for(person, document_id, text.document.filename, now)
    return text


def _is_on_another_page(person, document, now) -> bool:
    """Whether a page beside the library that the person may read shows it."""
    types = ContentType.objects.get_for_models(HubDocument, Page, ResourcePage)
    naming = ReferenceIndex.objects.filter(
        to_content_type=types[HubDocument],
        to_object_id=str(document.pk),
        base_content_type=types[Page],
    ).exclude(content_type=types[ResourcePage])
    numbers = [int(number) for number in naming.values_list("object_id", flat=True).distinct()]
    pages = access.pages_open_to(Audience.open_to(person), now)
    return bool(numbers) and pages.filter(pk__in=numbers).exists()


def _may_change(person, document) -> bool:
    policy = policy_registry.get_by_type(HubDocument)
    return policy.user_has_permission_for_instance(person, "change", document)
