"""What events add to the backstage: kinds, calendars of others, and what their form says."""

from django.contrib import messages
from django.contrib.auth.models import Permission
from django.urls import include, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from events.access import may_organise
from events.backstage import menus  # noqa: F401 - its hooks register themselves
from events.backstage.viewsets import EventKindViewSet, OutsideCalendarViewSet
from events.models import EventPage
from events.said import said_of


@hooks.register("register_admin_viewset")
def keep_kinds():
    """Settings → Kinds of events."""
    return EventKindViewSet()


@hooks.register("register_admin_viewset")
def keep_outside_calendars():
    """Settings → Calendars of others."""
    return OutsideCalendarViewSet()


@hooks.register("register_admin_urls")
def add_addresses():
    """What the form of an event asks while it is being filled in."""
    return [path("pasakumi/", include("events.backstage.urls"))]


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def say_when(request, page):
    """Whoever saved an event reads when it takes place; what saves itself says nothing."""
    if isinstance(page, EventPage) and request.accepts("text/html"):
        said = said_of(page.series, timezone.now())
        if said.rule:
            messages.info(request, said.rule)


@hooks.register("register_page_header_buttons")
def lead_to_sign_ups(page, user, view_name, next_url=None):
    """From the form of an event to the list of those who come."""
    if isinstance(page, EventPage) and page.takes_sign_ups and may_organise(user, page):
        way = reverse("events:sign-ups", args=[page.translation_key])
        yield Button(_("Who has signed up"), way, icon_name="group", priority=60)


@hooks.register("register_log_actions")
def name_what_is_logged(actions):
    """The words in which the site's history says who took a list of people."""
    actions.register_action(
        "events.export", _("Take the list"), _("Took the list of those who signed up")
    )


@hooks.register("register_permissions")
def let_groups_be_given_the_rights():
    """The rights stand among the others where groups are edited."""
    rights = Permission.objects.filter(content_type__app_label="events")
    return rights.filter(content_type__model__in=["eventkind", "outsidecalendar"])
