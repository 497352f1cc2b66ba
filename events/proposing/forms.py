from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from events.models.proposing import LINE_LETTERS, TEXT_LETTERS, TITLE_LETTERS
from members import homes
from members.forms import TakingPartForm

WORDS = ("title", "when", "where", "who", "text")


class ProposalForm(TakingPartForm):
    """An event that a resident would like to see in the calendar."""

    title = forms.CharField(label=_("What takes place"), max_length=TITLE_LETTERS)
    when = forms.CharField(
        label=_("When"),
        max_length=LINE_LETTERS,
        help_text=_("In your own words, for example: every second Thursday at 17:30."),
    )
    where = forms.CharField(label=_("Where"), max_length=LINE_LETTERS)
    who = forms.CharField(
        label=_("Who organises it"),
        max_length=LINE_LETTERS,
        help_text=_("An association, a group or a house; readers will see this."),
    )
    community = forms.TypedChoiceField(
        label=_("In which community"), coerce=UUID, required=False, empty_value=None
    )
    text = forms.CharField(
        label=_("More about it"),
        required=False,
        max_length=TEXT_LETTERS,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def __init__(self, *arguments, language: str, **options):
        super().__init__(*arguments, language=language, **options)
        known = [(str(key), title) for key, title in homes.choices(language)]
        self.fields["community"].choices = [("", _("The whole municipality")), *known]

    @property
    def own(self) -> list:
        """The fields of the proposal, as they are shown."""
        return [self[name] for name in ("title", "when", "where", "who", "community", "text")]

    @property
    def payload(self) -> dict:
        """What waits until the address is confirmed."""
        community = self.cleaned_data["community"]
        words = {name: self.cleaned_data[name] for name in WORDS}
        return words | {"community": str(community) if community else ""}


class RefusalForm(forms.Form):
    """Why a proposal does not become an event."""

    reason = forms.CharField(
        label=_("Why"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Whoever proposed it gets this by letter."),
    )
