from django import forms
from django.utils.translation import gettext_lazy as _


class OwnCalendarForm(forms.Form):
    """Whose events stand in one's calendar beside those that one has signed up for."""

    communities = forms.MultipleChoiceField(
        label=_("All events of these communities too"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *arguments, homes: list[tuple], **options):
        super().__init__(*arguments, **options)
        self.fields["communities"].choices = [(str(key), title) for key, title in homes]
