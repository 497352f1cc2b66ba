"""The forms of certificates: the names that are printed, and a name that is asked about."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.sign_up.forms import NAME_LETTERS, visible


class NamesForm(forms.Form):
    """A name for each certificate that is due; whose name is left empty gets none yet."""

    def __init__(self, *arguments, participants, **options):
        super().__init__(*arguments, **options)
        self.participants = participants
        for each in participants:
            self.fields[_field(each)] = forms.CharField(
                label=_("Name on the certificate"),
                required=False,
                max_length=NAME_LETTERS,
                initial=each.sign_up.name,
            )

    @property
    def rows(self) -> list[tuple]:
        """Each participant with the field of the name."""
        return [(each, self[_field(each)]) for each in self.participants]

    def clean(self):
        for each in self.participants:
            name = _field(each)
            try:
                self.cleaned_data[name] = visible(self.cleaned_data.get(name, ""))
            except forms.ValidationError as wrong:
                self.add_error(name, wrong)
        return self.cleaned_data

    @property
    def names(self) -> dict[int, str]:
        """The names that were typed, by sign-up."""
        return {each.sign_up.pk: self.cleaned_data[_field(each)] for each in self.participants}


def _field(participant) -> str:
    return f"name-{participant.sign_up.pk}"


class NameForm(forms.Form):
    """Is this the name that stands on the certificate?"""

    name = forms.CharField(
        label=gettext_lazy("Name on the certificate"),
        max_length=NAME_LETTERS,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
