from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from communities.models import CommunityPage
from events.models import EventPage
from events.models.timing import TimedPage
from events.outside.addresses import way_to
from events.outside.troubles import Unfetched
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


class OutsideCalendarForm(WagtailAdminModelForm):
    """A calendar of others; as long as it is in use, its address is one that may be fetched."""

    community_key = forms.TypedChoiceField(
        label=_("Community"),
        required=False,
        coerce=str,
        empty_value=None,
        help_text=_("Whoever asks for the events of this community sees these too."),
    )

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        pages = CommunityPage.objects.filter(locale__language_code="lv").order_by("sort_key", "pk")
        named = [(str(key), title) for key, title in pages.values_list("translation_key", "title")]
        self.fields["community_key"].choices = [("", "–"), *named]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("is_used") and cleaned.get("address"):
            try:
                way_to(cleaned["address"], settings.OUTSIDE_CALENDAR_HOSTS)
            except Unfetched as failure:
                self.add_error("address", failure.trouble.label)
        if "address" in self.changed_data:
            # By what the old address was known says nothing about the new one.
            self.instance.read_at = None
        return cleaned
