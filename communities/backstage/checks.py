"""The questions that the door asks of what an address names; each refuses by raising.

A check takes what was asked, and returns None to let the person through, or another answer.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.models import EditingSession
from wagtail.admin.views.chooser import page_models_from_string
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, TaskState, UploadedFile, WorkflowState

from core.translation.state import is_source

LOOKING = ("GET", "HEAD")


def free(asked):
    """Names nothing, or shows only what Wagtail's own rights let through."""


def looks_at_page(name):
    """The page is theirs, in whichever language."""

    def check(asked):
        if not asked.own.has_page(_page(asked, name)):
            raise PermissionDenied

    return check


def writes_page(name):
    """The page is theirs, and written in Latvian: editors translate."""

    def check(asked):
        page = _page(asked, name)
        if not asked.own.has_page(page) or not is_source(page):
            raise PermissionDenied
        _check_states(asked, page)

    return check


def edits_page(name):
    """As `writes_page`; whoever opens a translation is led to the Latvian page."""
    check_writing = writes_page(name)

    def check(asked):
        page = _page(asked, name)
        if asked.own.has_page(page) and not is_source(page) and asked.request.method in LOOKING:
            source = Page.objects.filter(
                translation_key=page.translation_key, locale__language_code="lv"
            ).first()
            if source and asked.own.has_page(source):
                messages.info(
                    asked.request,
                    _("Editors write the English page. Here is the Latvian one, which is yours."),
                )
                return redirect(reverse("wagtailadmin_pages:edit", args=[source.pk]))
        return check_writing(asked)

    return check


def ends_page(name):
    """As `writes_page`, and the page lies below the community's own, which stays."""
    check_writing = writes_page(name)

    def check(asked):
        if not asked.own.has_below(_page(asked, name)):
            raise PermissionDenied
        return check_writing(asked)

    return check


def copies_page(name):
    """As `ends_page`, and what is chosen as the copy's place is theirs too."""
    check_ending = ends_page(name)

    def check(asked):
        _check_destination(asked, "new_parent_page")
        return check_ending(asked)

    return check


def changes_file(model, name):
    """The picture or document lies in a collection that is theirs."""

    def check(asked):
        found = get_object_or_404(model(), pk=asked.parameters[name])
        if not asked.own.has_collection(found.collection):
            raise PermissionDenied

    return check


def chooses_file(model, name):
    """The picture or document lies in a collection that they may choose from."""

    def check(asked):
        _check_choice(asked, model(), [asked.parameters[name]])

    return check


def chooses_files(model):
    """All the pictures or documents named in the query are theirs to choose."""

    def check(asked):
        _check_choice(asked, model(), _numbers(asked.request.GET.getlist("id")))

    return check


def changes_upload(asked):
    """The half-done upload is their own."""
    uploads = UploadedFile.objects.filter(uploaded_by_user=asked.request.user)
    get_object_or_404(uploads, pk=asked.parameters["uploaded_file_id"])


def browses_pages(asked):
    """The page whose children are listed is one that they may see in a chooser."""
    number = asked.parameters.get("parent_page_id")
    page = get_object_or_404(Page, pk=number) if number else _top_of_chooser(asked.request)
    is_on_the_way = page.path in asked.own.paths_above
    if not is_on_the_way and not asked.own.choosable_pages().filter(pk=page.pk).exists():
        raise PermissionDenied


def chooses_pages(asked):
    """All the pages named in the query are theirs to link to."""
    numbers = set(_numbers(asked.request.GET.getlist("id")))
    if asked.own.choosable_pages().filter(pk__in=numbers).count() != len(numbers):
        raise PermissionDenied


def acts_in_bulk(asked):
    """Every single thing named is theirs; „all of them“ is never theirs."""
    numbers = asked.request.GET.getlist("id")
    model = asked.parameters["app_label"], asked.parameters["model_name"]
    own = asked.own
    tests = {
        ("wagtailcore", "page"): (Page, lambda page: own.has_below(page) and is_source(page)),
        _label(get_image_model()): (get_image_model(), _in_own_collection(own)),
        _label(get_document_model()): (get_document_model(), _in_own_collection(own)),
    }
    if model not in tests:
        raise PermissionDenied
    kind, is_theirs = tests[model]
    found = kind.objects.filter(pk__in=_numbers(numbers))
    if not all(map(is_theirs, found)):
        raise PermissionDenied
    _check_destination(asked, "chooser")


def edits_together(asked):
    """Who else has the page open; asked of their own pages alone."""
    if (asked.parameters["app_label"], asked.parameters["model_name"]) != ("wagtailcore", "page"):
        raise PermissionDenied
    writes_page("object_id")(asked)


def leaves_session(asked):
    """The session of editing is their own."""
    sessions = EditingSession.objects.filter(user=asked.request.user)
    get_object_or_404(sessions, pk=asked.parameters["session_id"])


def offers_no_tags(asked):
    """Tags are offered out of everybody's, so a leader is offered none."""
    return JsonResponse([], safe=False)


def goes_to_own_home(asked):
    """The start of the backstage is the person's own community."""
    return redirect(reverse("my-community:start"))


def _page(asked, name) -> Page:
    value = str(asked.parameters[name])
    if not value.isdecimal():
        raise Http404
    return get_object_or_404(Page, pk=value)


def _numbers(values) -> list[int]:
    # Longer numbers are those of nothing, and no database takes them.
    if not all(value.isascii() and value.isdecimal() and len(value) < 10 for value in values):
        raise PermissionDenied
    return [int(value) for value in values]


def _check_choice(asked, model, numbers):
    found = list(model.objects.filter(pk__in=numbers).select_related("collection"))
    if numbers and not found:
        raise Http404
    if not all(asked.own.has_collection(each.collection, to_choose=True) for each in found):
        raise PermissionDenied


def _check_destination(asked, name):
    chosen = asked.request.POST.get(name, "")
    if chosen:
        page = get_object_or_404(Page, pk=_numbers([chosen])[0])
        if not asked.own.has_page(page) or not is_source(page):
            raise PermissionDenied


def _check_states(asked, page):
    """What is named beside the page belongs to the page."""
    for name, model, key in (
        ("task_state_id", TaskState, "workflow_state__object_id"),
        ("workflow_state_id", WorkflowState, "object_id"),
    ):
        if name in asked.parameters:
            get_object_or_404(model, pk=asked.parameters[name], **{key: str(page.pk)})


def _top_of_chooser(request) -> Page:
    """Where Wagtail begins to list when no page is named."""
    kinds = request.GET.get("page_type") or "wagtailcore.page"
    try:
        classes = page_models_from_string(kinds)
    except (ValueError, LookupError):
        raise Http404 from None
    if classes == (Page,):
        return Page.get_first_root_node()
    return Page.objects.type(*classes).first_common_ancestor()


def _in_own_collection(own):
    return lambda found: own.has_collection(found.collection)


def _label(model) -> tuple[str, str]:
    return model._meta.app_label, model._meta.model_name
