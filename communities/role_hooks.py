"""What roles and publishing add to the backstage; `wagtail_hooks` brings it in."""

from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from communities import deletion
from communities.access import is_withdrawable, roles_of
from communities.waiting import TranslationsPanel
from core.roles import is_editor


class RolesMenuItem(MenuItem):
    """The way to who may do what, for editors and for leaders, who find their own communities."""

    def is_shown(self, request):
        return is_editor(request.user) or roles_of(request.user).exists()


@hooks.register("register_admin_menu_item")
def lead_to_the_roles():
    """People and roles."""
    return RolesMenuItem(
        _("People and roles"),
        reverse_lazy("roles:list"),
        name="roles",
        icon_name="group",
        order=850,
    )


@hooks.register("construct_homepage_panels")
def show_what_waits_for_translation(request, panels):
    """Editors see which English pages wait for them."""
    if is_editor(request.user):
        panels.append(TranslationsPanel())


@hooks.register("register_page_header_buttons")
def offer_more(page, user, view_name, next_url=None):
    """Beside Wagtail's own: taking a live page off the site at once, and showing a draft."""
    if page.depth > 1 and page.permissions_for_user(user).can_edit():
        yield Button(
            _("Preview links"),
            reverse("publishing:preview-links", args=[page.pk]),
            icon_name="link",
            priority=62,
        )
    if is_withdrawable(user, page) and not page.permissions_for_user(user).can_unpublish():
        yield Button(
            _("Take off the site"),
            reverse("publishing:withdraw", args=[page.pk]),
            icon_name="no-view",
            priority=64,
        )


@hooks.register("before_delete_page")
def keep_communities_with_content(request, page):
    """A community on which something hangs stays, and so does what it lies below."""
    refusal = deletion.refusal_of([page])
    return deletion.answer(request, refusal) if refusal else None


@hooks.register("before_bulk_action")
def keep_communities_in_bulk(request, action_type, objects, action):
    """The same when many are deleted at once."""
    if action_type != "delete" or action.model._meta.label != "wagtailcore.Page":
        return None
    refusal = deletion.refusal_of(objects)
    return deletion.answer(request, refusal) if refusal else None


@hooks.register("register_log_actions")
def name_what_is_logged(actions):
    """The words in which the history of a community says who got or lost a role."""
    for name, label, message in (
        ("appoint", _("Give a role"), _("Gave somebody a role in the community")),
        ("dismiss", _("Take a role"), _("Took somebody's role in the community")),
        ("invite", _("Invite"), _("Invited somebody to a role")),
        ("accept", _("Accept an invitation"), _("Accepted an invitation")),
        ("uninvite", _("Take an invitation back"), _("Took an invitation back")),
        ("trust", _("Trust"), _("Let the leaders publish without approval")),
        ("distrust", _("Ask for approval"), _("Asked for approval before leaders' pages appear")),
        ("withdraw", _("Take off the site"), _("Took the page off the site")),
        ("preview", _("Make a preview link"), _("Made a preview link")),
        ("unpreview", _("End a preview link"), _("Ended a preview link")),
    ):
        actions.register_action(f"communities.{name}", label, message)
