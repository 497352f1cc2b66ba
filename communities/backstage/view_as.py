"""A page as somebody else sees it: read only, and without ever signing in as them."""

from copy import copy

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe
from wagtail.models import Page

from communities.backstage.forms import ViewAsForm
from communities.backstage.onlookers import NOBODY, onlooker_of
from core.access import SignInNeeded, check_page
from core.models import BasePage
from core.roles import is_editor
from core.translation.state import code_of
from core.who_sees import who_sees

# Nothing in the frame acts: no form, no script, no way out of it.
POLICY = (
    "sandbox allow-same-origin; default-src 'none'; img-src 'self'; style-src 'self'; "
    "font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
)


@require_safe
def choose(request, page_id: int):
    """The page in a frame, above it as whom one looks, and who sees it at all."""
    page = _page_for(request.user, page_id)
    form = ViewAsForm(request.GET or {"who": NOBODY})
    who = form.cleaned_data["who"] if form.is_valid() else NOBODY
    title = _("How others see it")
    way = [
        {"url": reverse("wagtailadmin_pages:edit", args=[page.pk]), "label": page.title},
        {"url": "", "label": title},
    ]
    context = {
        "breadcrumbs_items": way,
        "header_title": title,
        "header_icon": "view",
        "page": page,
        "form": form,
        "sentences": who_sees(page, timezone.now()),
        "frame_url": reverse("view-as:page", args=[page.pk, who]),
        "who": dict(form.fields["who"].choices)[who],
    }
    return render(request, "communities/admin/view_as.html", context)


@require_safe
@xframe_options_sameorigin
def page(request, page_id: int, who: str):
    """The page itself as the onlooker is answered, for the frame."""
    onlooker = onlooker_of(who)
    if onlooker is None:
        raise Http404
    found = _page_for(request.user, page_id)
    response = _answer(request, found, onlooker, timezone.now())
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _page_for(user, page_id: int) -> BasePage:
    if not is_editor(user):
        raise PermissionDenied
    page = get_object_or_404(Page, pk=page_id).specific
    if not isinstance(page, BasePage):
        raise Http404
    return page


def _answer(request, page, onlooker, now) -> HttpResponse:
    try:
        check_page(page, onlooker, now)
    except Http404:
        words = _("They are told that there is no such page.")
    except SignInNeeded:
        words = _("They are asked to sign in.")
    except PermissionDenied:
        words = _("They are told that the page is not open to them.")
    else:
        with translation.override(code_of(page.locale_id)):
            answer = page.serve(_request_of(request, page, onlooker))
            return answer.render() if hasattr(answer, "render") else answer
    return render(request, "communities/admin/view_as_refused.html", {"words": words})


def _request_of(request, page, onlooker):
    """A request of the onlooker for the page, with nothing of the editor's in it."""
    theirs = copy(request)
    theirs.user = onlooker
    theirs.method = "GET"
    theirs.path = theirs.path_info = page.url_path
    theirs.GET = theirs.GET.__class__("")
    theirs.COOKIES = {}
    theirs.META = {
        name: value for name, value in request.META.items() if name not in ("HTTP_COOKIE",)
    }
    for name in ("visit", "page_stamp", "session", "_messages", "_cached_user"):
        theirs.__dict__.pop(name, None)
    # Wagtail's bar at the edge of a page is for those who can work on it.
    theirs.is_viewed_as = True
    return theirs
