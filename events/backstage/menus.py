"""The way to what residents propose, in the menu of the backstage."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from events.proposing.access import may_decide_anything, proposals_for

# More are not counted for a menu.
COUNTED = 99


class ProposalsMenuItem(MenuItem):
    """The way to what residents propose, with the number of what waits for the person."""

    def is_shown(self, request):
        return may_decide_anything(request.user)

    def render_component(self, request):
        component = super().render_component(request)
        waiting = proposals_for(request.user).order_by()[: COUNTED + 1].count()
        if waiting:
            number = f"{COUNTED}+" if waiting > COUNTED else str(waiting)
            component.label = f"{self.label} ({number})"
        return component


@hooks.register("register_admin_menu_item")
def lead_to_proposals():
    """Proposed events, after moderation."""
    return ProposalsMenuItem(
        _("Proposed events"),
        reverse_lazy("proposals:list"),
        name="proposals",
        icon_name="date",
        order=160,
    )
