"""The part of an event's form that repeats in words what was filled in, and the next dates."""

from django.forms import Media
from django.forms.widgets import Script
from django.utils import timezone
from wagtail.admin.panels import Panel

from events.said import said_of

# The fields and rows that say when, by the names that they are sent under.
ROWS = ("further_dates", "pauses", "changes")


class TimesPanel(Panel):
    """Says when the event takes place, as it was kept; a script asks anew as fields change."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "events/admin/times_panel.html"
        media = Media(js=[Script("js/backstage/times.js", type="module")])

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            names = (*self.instance.timing_fields, *ROWS)
            said = said_of(self.instance.series, timezone.now())
            return context | {"said": said, "names": " ".join(names)}
