"""The doors: they give the thing to the person, or refuse."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL
from django.http import Http404
from wagtail.documents import get_document_model
from wagtail.models import Page

from core.models.pages import Audience, page_types


class SignInNeeded(Exception):
    """The thing exists for people who have signed in, and nobody has."""


def check_page(page, user, now):
    """Let the person read the page, or raise Http404, SignInNeeded or PermissionDenied."""
    page_and_source = [page, *([page.source] if page.source else [])]
    for part in page_and_source:
        if not part.live or (part.expire_at and part.expire_at <= now):
            raise Http404
    audience = Audience.narrowest(*(part.audience for part in page_and_source))
    if audience in Audience.open_to(user):
        return
    if not user.is_authenticated:
        raise SignInNeeded
    raise PermissionDenied


_document_rules: list[Callable] = []


def register_document_rule(check: Callable):
    """Have `check(user, document, now)` asked before a document is given; it refuses by raising."""
    if check not in _document_rules:
        _document_rules.append(check)


def document_for(user, document_id: int, filename: str, now):
    """The document with this number and name that the person may fetch.

    Raises Http404 when there is none, SignInNeeded or PermissionDenied when it is closed, and what
    the rules of apps raise.
    """
    document = get_document_model().objects.filter(pk=document_id).first()
    if document is None or document.filename != filename:
        raise Http404
    for restriction in document.collection.get_view_restrictions():
        _check_restriction(restriction, user)
    for check in _document_rules:
        check(user, document, now)
    return document


def _check_restriction(restriction, user):
    if restriction.restriction_type == restriction.NONE or user.is_superuser:
        return
    if not user.is_authenticated:
        raise SignInNeeded
    if restriction.restriction_type == restriction.LOGIN:
        return
    groups = restriction.groups.values_list("pk", flat=True)
    if restriction.restriction_type == restriction.GROUPS and (
        user.groups.filter(pk__in=groups).exists()
    ):
        return
    raise PermissionDenied


def visible_pages(user):
    """Live pages of every type that the person may read, as a queryset of plain pages."""
    return pages_open_to(Audience.open_to(user))


def pages_open_to(circles, now=None):
    """Live pages of every type for readers of these circles; those past their expiry left out."""
    pages = Page.objects.live()
    if now is not None:
        pages = pages.filter(Q(expire_at=None) | Q(expire_at__gt=now))
    closed = [circle for circle in Audience.values if circle not in circles]
    return pages.exclude(pk__in=rows_of_types("audience", closed)) if closed else pages


def rows_of_types(column: str, values: list, types=None) -> RawSQL:
    """The numbers of the pages of these types that have one of the values in their own column.

    Of every type where none are named. Written out, because Django would compile a query for each
    type at every call.
    """
    marks = ", ".join(["%s"] * len(values))
    quote = connection.ops.quote_name
    parts = [
        f"SELECT {quote('page_ptr_id')} FROM {quote(model._meta.db_table)} "  # noqa: S608
        f"WHERE {quote(column)} IN ({marks})"
        for model in (page_types() if types is None else types)
    ]
    # Nothing of it was typed by anybody: the names are those of models.
    return RawSQL(" UNION ALL ".join(parts), values * len(parts))  # noqa: S611
