"""What leaders find in the menus and choosers of the backstage: their own things, and no more."""

from django.db.models import Q
from django.urls import include, path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from communities.backstage.own import Own, is_bound
from communities.backstage.panels import LeaderlessPanel
from core.roles import is_editor

# Names of entries that leaders keep; apps add theirs with `keep_in_menu`.
_kept = {"my-community", "images", "documents", "backstage-help"}

HELP = {"name": "backstage-help", "icon_name": "help"}


def keep_in_menu(name: str):
    """Let leaders see the entry of this name in the main menu; called when Django starts."""
    _kept.add(name)


class MyCommunityMenuItem(MenuItem):
    """The start of a leader's backstage; editors have their own."""

    def is_shown(self, request):
        return is_bound(request.user)


@hooks.register("register_admin_menu_item")
def lead_to_my_community():
    """My community, above everything else."""
    return MyCommunityMenuItem(
        _("My community"),
        reverse_lazy("my-community:start"),
        name="my-community",
        icon_name="home",
        order=10,
    )


class HelpMenuItem(MenuItem):
    """Help at one press for leaders; editors find it among the rest of the help."""

    def is_shown(self, request):
        return is_bound(request.user)


@hooks.register("register_admin_menu_item")
def lead_leaders_to_help():
    """Help, below everything else."""
    return HelpMenuItem(_("Help"), reverse_lazy("backstage-help"), **HELP, order=11000)


@hooks.register("register_help_menu_item")
def lead_editors_to_help():
    """The same page, first under Help."""
    return MenuItem(_("How do I …?"), reverse_lazy("backstage-help"), **HELP, order=10)


@hooks.register("construct_help_menu")
def leave_out_other_peoples_pages(request, menu_items):
    """What is on another site, in English and about another program, is for administrators."""
    if not request.user.is_superuser:
        menu_items[:] = [item for item in menu_items if item.url.startswith(("/", "#"))]


@hooks.register("construct_main_menu")
def keep_what_leaders_use(request, menu_items):
    """Leaders find in the menu only what their role may use."""
    if is_bound(request.user):
        menu_items[:] = [item for item in menu_items if item.name in _kept]


@hooks.register("construct_homepage_panels")
def show_communities_without_leader(request, panels):
    """Editors see at the start which communities look for a leader."""
    if is_editor(request.user):
        panels.append(LeaderlessPanel())


@hooks.register("construct_page_chooser_queryset")
def offer_own_and_shared_pages(pages, request):
    """A leader links to their own pages and to those that belong to no community."""
    if not is_bound(request.user):
        return pages
    own = Own(request.user)
    return pages.filter(own.choosable() | Q(path__in=own.paths_above))


@hooks.register("register_admin_urls")
def add_my_community():
    """The addresses of the leaders' start, and of seeing pages as others do."""
    return [path("", include("communities.backstage.urls"))]


@hooks.register("register_page_header_buttons")
def lead_to_others_view(page, user, view_name, next_url=None):
    """An editor may look at any page of the site as others see it."""
    if page.depth > 1 and is_editor(user):
        way = reverse("view-as:choose", args=[page.pk])
        yield Button(_("How others see it"), way, icon_name="view", priority=70)
