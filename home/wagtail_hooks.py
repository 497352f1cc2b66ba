"""What the search adds to the backstage: words, pages put first, and what people look for."""

from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from core.roles import is_editor
from home.search.report import report
from home.search.viewsets import PinnedPageViewSet, SynonymsViewSet


class SearchedMenuItem(MenuItem):
    """The way to what people search for, for editors."""

    def is_shown(self, request):
        return is_editor(request.user)


@hooks.register("register_admin_viewset")
def keep_synonyms():
    """Settings → Words that mean the same."""
    return SynonymsViewSet()


@hooks.register("register_admin_viewset")
def keep_pins():
    """Settings → Put first in the search."""
    return PinnedPageViewSet()


@hooks.register("register_admin_urls")
def add_addresses():
    """The address of the report."""
    return [path("meklets/", report, name="searched-words")]


@hooks.register("register_reports_menu_item")
def lead_to_the_report():
    """Reports → What people search for."""
    return SearchedMenuItem(
        _("What people search for"),
        reverse_lazy("searched-words"),
        name="searched-words",
        icon_name="search",
        order=1300,
    )
