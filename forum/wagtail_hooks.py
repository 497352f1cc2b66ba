"""What discussion adds to the backstage: the queue, what editors keep for it, and the history."""

from django.contrib.auth.models import Permission
from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from forum.access import may_moderate_anything, reviews_for
from forum.backstage.viewsets import DutyTurnViewSet, ReasonViewSet

# More are not counted for a menu.
COUNTED = 99


class ModerationMenuItem(MenuItem):
    """The way to the queue, with the number of what waits in it for the person."""

    def is_shown(self, request):
        return may_moderate_anything(request.user)

    def render_component(self, request):
        component = super().render_component(request)
        waiting = reviews_for(request.user).order_by()[: COUNTED + 1].count()
        if waiting:
            number = f"{COUNTED}+" if waiting > COUNTED else str(waiting)
            component.label = f"{self.label} ({number})"
        return component


@hooks.register("register_admin_menu_item")
def lead_to_the_queue():
    """Moderation, near the top."""
    return ModerationMenuItem(
        _("Moderation"),
        reverse_lazy("moderation:queue"),
        name="moderation",
        icon_name="comment",
        order=150,
    )


@hooks.register("register_admin_urls")
def add_addresses():
    """The addresses of the queue in the backstage."""
    return [path("moderesana/", include("forum.backstage.urls"))]


@hooks.register("register_admin_viewset")
def keep_reasons():
    """Settings → Reasons and rules."""
    return ReasonViewSet()


@hooks.register("register_admin_viewset")
def keep_the_rota():
    """Settings → Duty rota."""
    return DutyTurnViewSet()


@hooks.register("register_permissions")
def let_groups_be_given_the_rights():
    """The rights stand among the others where groups are edited."""
    rights = Permission.objects.filter(content_type__app_label="forum")
    return rights.filter(content_type__model__in=("reason", "dutyturn"))


@hooks.register("register_log_actions")
def name_what_is_logged(actions):
    """The words in which the site's history says what moderators did."""
    for name, label, message in (
        ("approve", _("Approve"), _("Let a post appear")),
        ("edit", _("Approve with changes"), _("Changed the words of a post")),
        ("hide", _("Hide"), _("Hid a post")),
        ("refuse", _("Refuse"), _("Did not let a post appear")),
        ("restore", _("Show again"), _("Showed a post again")),
        ("keep", _("Leave as it is"), _("Left a reported post as it is")),
        ("close", _("Close the topic"), _("Closed a topic")),
        ("open", _("Open the topic again"), _("Opened a topic again")),
        ("move", _("Move"), _("Moved a topic or posts")),
        ("merge", _("Merge"), _("Merged a topic into another")),
        ("warn", _("Warn"), _("Warned the author of a post")),
        ("block", _("Block"), _("Kept somebody from writing for a time")),
        ("unblock", _("End a block"), _("Let somebody write again")),
        ("uphold", _("Let stand"), _("Let a decision stand after an objection")),
        ("overturn", _("Take back"), _("Took a decision back after an objection")),
        ("set_aside", _("Set aside"), _("Reports hid a post until a moderator looks")),
        ("pin", _("Pin"), _("Pinned a topic")),
        ("unpin", _("Unpin"), _("Took the pin of a topic away")),
        ("archive", _("Archive"), _("Put a topic into the archive")),
        ("unarchive", _("Out of the archive"), _("Took a topic out of the archive")),
        ("answer", _("Mark as answer"), _("Marked a post as the answer")),
        ("unanswer", _("Unmark as answer"), _("Took the mark of the answer away")),
    ):
        actions.register_action(f"forum.{name}", label, message)
