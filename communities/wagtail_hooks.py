from django.contrib.auth.models import Permission
from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from communities import role_hooks  # noqa: F401 - its hooks register themselves
from communities.access import may_change_boundaries
from communities.backstage import menus  # noqa: F401 - as above


class BoundariesMenuItem(MenuItem):
    """The way to the boundaries, for those who may change them."""

    def is_shown(self, request):
        return may_change_boundaries(request.user)


@hooks.register("register_settings_menu_item")
def lead_to_the_boundaries():
    """Settings → Boundaries on the map."""
    return BoundariesMenuItem(
        _("Boundaries on the map"),
        reverse_lazy("boundaries:list"),
        name="boundaries",
        icon_name="site",
        order=650,
    )


@hooks.register("register_admin_urls")
def add_addresses():
    """The addresses of this app in the backstage."""
    return [path("", include("communities.urls"))]


@hooks.register("register_permissions")
def let_groups_be_given_the_right():
    """The right stands among the others where groups are edited."""
    return Permission.objects.filter(
        content_type__app_label="communities", codename="change_boundaryset"
    )
