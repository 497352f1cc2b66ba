"""Addresses that show a draft to people without an account."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from communities import access, actions
from communities.models import PreviewLink
from communities.views.header import header


@require_http_methods(["GET", "POST"])
def preview_link_list(request, page_id: int):
    """The preview links of a page, and the button that makes another."""
    page, now = access.page_to_preview(request.user, page_id), timezone.now()
    if request.method == "POST":
        token = actions.make_preview_link(page=page, by=request.user, now=now)
        _show_once(request, page, token)
        return redirect("publishing:preview-links", page_id)
    links = PreviewLink.objects.working(now).filter(page=page).select_related("made_by")
    way = (reverse("wagtailadmin_pages:edit", args=[page.pk]), page.get_admin_display_title())
    context = header(_("Preview links"), "link", way)
    context |= {"page": page, "links": links.order_by("-made_at", "-pk")}
    return render(request, "communities/admin/preview_link_list.html", context)


def _show_once(request, page, token: str):
    with override(page.locale.language_code):
        address = settings.SITE_URL.rstrip("/") + reverse("communities:preview", args=[token])
    messages.success(
        request,
        format_html(
            '{} <a href="{}">{}</a>',
            _("Copy this link now, it is not shown again:"),
            address,
            address,
        ),
    )


@require_POST
def preview_link_end(request, pk: int):
    """End a preview link."""
    now = timezone.now()
    link = access.preview_link_for(request.user, pk, now)
    actions.revoke_preview_link(preview_link=link, by=request.user, now=now)
    messages.success(request, _("The link shows nothing any more."))
    return redirect("publishing:preview-links", link.page_id)


@require_safe
@never_cache
def preview(request, token: str):
    """The latest draft of a page, for whoever has the link."""
    page = access.previewed_page(token, timezone.now())
    response = page.make_preview_request(request, page.default_preview_mode)
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response
