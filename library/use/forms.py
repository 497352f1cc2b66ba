from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from library.models.use import NOTE_LETTERS, REASON_LETTERS


class NoteForm(forms.Form):
    """How a community used a resource; `homes` are the communities that the writer leads."""

    text = forms.CharField(
        label=_("How did you use it?"),
        max_length=NOTE_LETTERS,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_(
            "For what, how many people came, what you would change. Readers see it with the name "
            "of the community, without yours."
        ),
    )
    community = forms.TypedChoiceField(label=_("In which community"), coerce=UUID)

    def __init__(self, *arguments, homes: list[tuple[UUID, str]], **options):
        super().__init__(*arguments, **options)
        self.fields["community"].choices = [(str(key), title) for key, title in homes]
        if len(homes) == 1:
            self.fields["community"].widget = forms.HiddenInput()
            self.fields["community"].initial = str(homes[0][0])


class HideNoteForm(forms.Form):
    """Why a note is hidden."""

    reason = forms.CharField(
        label=_("Why"),
        max_length=REASON_LETTERS,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Whoever wrote it gets this by letter."),
    )
