"""What editors keep for events: the list of kinds, and the calendars of others."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList
from wagtail.admin.viewsets.model import ModelViewSet

from core.lasting import LastingDeleteView
from events.backstage.forms import OutsideCalendarForm
from events.models import EventKind, OutsideCalendar


class EventKindDeleteView(LastingDeleteView):
    """A kind that an event has stays: its page and its calendar name it."""

    why_it_stays = _("There are events of this kind, so it stays. Take it out of use instead.")


class EventKindViewSet(ModelViewSet):
    """The kinds of events, each with its name in both languages."""

    model = EventKind
    name = "event-kinds"
    url_prefix = "pasakumu-veidi"
    icon = "list-ul"
    menu_label = _("Kinds of events")
    copy_view_enabled = False
    delete_view_class = EventKindDeleteView
    add_to_settings_menu = True
    list_display = ["name_lv", "name_en", "is_used"]
    ordering = ["sort_order", "pk"]
    panels = [
        FieldRowPanel([FieldPanel("name_lv"), FieldPanel("name_en")]),
        FieldPanel("slug"),
        FieldRowPanel([FieldPanel("is_used"), FieldPanel("sort_order")]),
    ]


class OutsideCalendarViewSet(ModelViewSet):
    """The calendars of others that the site follows, each with what came of it last."""

    model = OutsideCalendar
    name = "outside-calendars"
    url_prefix = "citu-kalendari"
    icon = "link-external"
    menu_label = _("Calendars of others")
    copy_view_enabled = False
    add_to_settings_menu = True
    list_display = ["name", "address", "is_used", "fetched_at"]
    ordering = ["name", "pk"]
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldPanel("address"),
            FieldPanel("community_key"),
            FieldPanel("is_used"),
            HelpPanel(template="events/admin/outside_result.html", heading=_("Last result")),
        ],
        base_form_class=OutsideCalendarForm,
    )
