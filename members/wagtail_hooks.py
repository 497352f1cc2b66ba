"""What `members` adds to the backstage: deleting a person erases them; versions of the rules."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import path, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from core.roles import is_editor
from members import actions
from members.models import User
from members.views.consents import consent_text_list


@hooks.register("before_delete_user")
def erase_one(request, user):
    """Erase a person whom an administrator deletes; what they wrote for others stays."""
    return _erase(request, [user]) if request.method == "POST" else None


@hooks.register("before_bulk_action")
def erase_many(request, action_type, objects, action_class_instance):
    """Erase people whom an administrator deletes together."""
    is_meant = action_type == "delete" and User in action_class_instance.models
    return _erase(request, objects) if is_meant and request.method == "POST" else None


def _erase(request, people):
    now = timezone.now()
    for person in people:
        if person != request.user:
            actions.erase_person(person=person, now=now)
    messages.success(request, _("Erased. What they wrote for others stays without their name."))
    return redirect("wagtailusers_users:index")


class RulesMenuItem(MenuItem):
    """The way to the rules, for editors."""

    def is_shown(self, request):
        return is_editor(request.user)


@hooks.register("register_settings_menu_item")
def lead_to_the_rules():
    """Settings → Rules and privacy."""
    return RulesMenuItem(
        gettext_lazy("Rules and privacy"),
        reverse_lazy("consent-texts"),
        name="consent-texts",
        icon_name="doc-full",
        order=660,
    )


@hooks.register("register_admin_urls")
def add_addresses():
    """The address of the rules."""
    return [path("rules/", consent_text_list, name="consent-texts")]
