"""Handing back what somebody typed who may not save it any more."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from wagtail.models import Page

from communities.typed_text import typed_text
from core.shell import shell_for

ADDRESSES = {"wagtailadmin_pages:edit", "wagtailadmin_pages:add"}
LETTERS = 200_000


class KeptTextMiddleware:
    """Answers a page that may not be saved with the text that was typed into it; keeps nothing."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.method != "POST" or request.resolver_match.view_name not in ADDRESSES:
            return None
        if "application/json" in request.headers.get("Accept", "") or _may_save(request, kwargs):
            return None
        text = typed_text(request.POST)
        if not text:
            return None
        context = {"shell": shell_for(request), "text": text}
        response = render(request, "communities/kept_text.html", context, status=403)
        response["Cache-Control"] = "private, no-store"
        return response


def _may_save(request, parameters) -> bool:
    number = parameters.get("page_id") or parameters.get("parent_page_id")
    page = Page.objects.filter(pk=number).first()
    if page is None:
        # What is gone is told by the view itself.
        return True
    if not request.user.has_perm("wagtailadmin.access_admin"):
        return False
    rights = page.specific.permissions_for_user(request.user)
    return rights.can_edit() if "page_id" in parameters else rights.can_add_subpage()


@require_POST
@never_cache
def keep_text(request):
    """The text that was sent, as a file; nothing of it stays here."""
    text = request.POST.get("text", "")[:LETTERS]
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="teksts.txt"'
    return response
