from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail import hooks

from core import access, errors, page_cache
from core.models import Audience, BasePage
from core.translation.state import is_source


@hooks.register("on_serve_page")
def serve_through_door(next_serve_page):
    """Every page is served through the access door; public ones are offered for keeping."""

    def serve(page, request, args, kwargs):
        now = timezone.now()
        if not isinstance(page, BasePage):
            raise Http404
        try:
            access.check_page(page, request.user, now)
        except access.SignInNeeded:
            return errors.sign_in(request)
        response = next_serve_page(page, request, args, kwargs)
        if page.audience == Audience.EVERYONE and not request.user.is_authenticated:
            return page_cache.offer(response, now=now, changes_at=page.expire_at)
        response.headers["Cache-Control"] = "private, no-store"
        return response

    return serve


@hooks.register("before_create_page")
def write_in_latvian_first(request, parent_page, page_class):
    """Pages begin in Latvian; their drafts in other languages make themselves."""
    if parent_page.depth > 1 and not is_source(parent_page):
        messages.warning(
            request,
            _(
                "Write the page in Latvian first. Once it is published, "
                "its draft for translation appears here by itself."
            ),
        )
        return redirect(reverse("wagtailadmin_explore", args=[parent_page.pk]))
    return None
