from wagtail.admin.forms.models import WagtailAdminModelForm

from events.models import EventPage
from events.models.timing import TimedPage
from events.times_panel import ROWS
from events.typed_times import TypedTimes


class TimesForm(TypedTimes, WagtailAdminModelForm):
    """The part of an event's form that says when; it is asked while somebody is typing."""

    class Meta:
        model = EventPage
        fields = TimedPage.timing_fields
        formsets = {name: {} for name in ROWS}

    def _post_clean(self):
        """There is no page to be looked at: nothing of this is kept."""

    @property
    def faults(self) -> list[str]:
        """What cannot be understood, each with the name of its field."""
        named = ((self.fields[name].label, found) for name, found in self.errors.items())
        return [f"{label}: {message}" for label, found in named for message in found]
