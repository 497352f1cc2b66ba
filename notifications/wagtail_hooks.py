from django.contrib.auth.models import Permission
from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from notifications.access import may_see_letters


class LettersMenuItem(MenuItem):
    """The way to the letters, for those who see to them."""

    def is_shown(self, request):
        return may_see_letters(request.user)


@hooks.register("register_reports_menu_item")
def lead_to_the_letters():
    """Reports → Letters."""
    return LettersMenuItem(
        _("Letters"), reverse_lazy("letters:list"), name="letters", icon_name="mail", order=1200
    )


@hooks.register("register_admin_urls")
def add_addresses():
    """The addresses of the letters."""
    return [path("letters/", include("notifications.urls"))]


@hooks.register("register_permissions")
def let_groups_be_given_the_right():
    """The right stands among the others where groups are edited."""
    return Permission.objects.filter(
        content_type__app_label="notifications", codename="change_letter"
    )
