"""What editors keep for moderation: the list of reasons with their rules, and who is on duty."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.viewsets.model import ModelViewSet

from core.lasting import LastingDeleteView
from forum.models import DutyTurn, Reason


class ReasonDeleteView(LastingDeleteView):
    """A reason that was given once stays: the record and the public figures quote it."""

    why_it_stays = _("This reason was given before, so it stays. Take it out of use instead.")


class ReasonViewSet(ModelViewSet):
    """The reasons that moderators give, each with its rule in both languages."""

    model = Reason
    name = "moderation-reasons"
    url_prefix = "moderesanas-pamatojumi"
    icon = "list-ul"
    menu_label = _("Reasons and rules")
    copy_view_enabled = False
    delete_view_class = ReasonDeleteView
    add_to_settings_menu = True
    list_display = ["name_lv", "name_en", "is_for_reports", "is_used"]
    ordering = ["sort_order", "pk"]
    panels = [
        FieldRowPanel([FieldPanel("name_lv"), FieldPanel("name_en")]),
        FieldPanel("rule_lv"),
        FieldPanel("rule_en"),
        MultiFieldPanel(
            [FieldPanel("is_for_reports"), FieldPanel("is_used"), FieldPanel("sort_order")]
        ),
    ]


class DutyTurnViewSet(ModelViewSet):
    """Whose turn it is to look after the queue, and who steps in."""

    model = DutyTurn
    name = "moderation-duty"
    url_prefix = "moderesanas-dezuras"
    icon = "calendar-alt"
    menu_label = _("Duty rota")
    copy_view_enabled = False
    add_to_settings_menu = True
    list_display = ["person", "backup", "first_date", "last_date"]
    ordering = ["-first_date", "pk"]
    panels = [
        FieldRowPanel([FieldPanel("person"), FieldPanel("backup")]),
        FieldRowPanel([FieldPanel("first_date"), FieldPanel("last_date")]),
    ]
