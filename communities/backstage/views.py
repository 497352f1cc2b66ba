"""The start of a leader's backstage: how their community stands, and what to do next."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from communities.backstage.access import communities_for, community_for
from communities.backstage.overview import overview_of
from communities.deeds import buttons_of
from core.models import SiteSettings
from core.roles import is_editor


@require_safe
def start(request):
    """To the person's community; editors have a start of their own."""
    if is_editor(request.user):
        return redirect("wagtailadmin_home")
    community = communities_for(request.user).first()
    if community is None:
        return render(request, "communities/admin/no_community.html", _header(""))
    return redirect("my-community:detail", community.slug)


@require_safe
def detail(request, slug: str):
    """One community: its buttons, and its pages by what they wait for."""
    community = community_for(request.user, slug)
    others = communities_for(request.user).exclude(pk=community.pk)
    context = _header(community.title) | {
        "community": community,
        "others": others.values("slug", "title"),
        "buttons": buttons_of(community),
        "overview": overview_of(community, timezone.now()),
    }
    return render(request, "communities/admin/my_community.html", context)


@require_safe
def help_page(request):
    """What the reader can do here, how, and whom to ask."""
    title = _("How do I …?")
    context = {
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": title},
        ],
        "header_title": title,
        "header_icon": "help",
        "is_editor": is_editor(request.user),
        "site": SiteSettings.for_request(request),
    }
    return render(request, "communities/admin/help.html", context)


def _header(title: str) -> dict:
    way = [{"url": reverse("my-community:start"), "label": _("My community")}]
    way += [{"url": "", "label": title}] if title else []
    return {
        "breadcrumbs_items": way,
        "header_title": title or _("My community"),
        "header_icon": "home",
    }
