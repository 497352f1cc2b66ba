from django import forms
from django.utils.translation import gettext_lazy as _

from core.audience import Audience
from core.uploads import check_document
from library.models import ResourceKind

TITLE_LETTERS, SUMMARY_LETTERS, TEXT_LETTERS = 150, 300, 5000


class SuggestionForm(forms.Form):
    """A resource that a leader suggests; `has_files` when a draft holds some already."""

    title = forms.CharField(label=_("What is it called?"), max_length=TITLE_LETTERS)
    summary = forms.CharField(
        label=_("What is it good for?"),
        max_length=SUMMARY_LETTERS,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One or two sentences; readers see them under the title."),
    )
    kind = forms.ModelChoiceField(
        ResourceKind.objects.filter(is_used=True), label=_("Kind"), empty_label=_("Choose a kind")
    )
    url = forms.URLField(
        label=_("Address elsewhere"), required=False, max_length=500, assume_scheme="https"
    )
    file = forms.FileField(
        label=_("File"),
        required=False,
        max_length=200,
        help_text=_("PDF, Word, Excel, PowerPoint, OpenDocument or text, up to 20 MB."),
    )
    text = forms.CharField(
        label=_("Or the text itself"),
        required=False,
        max_length=TEXT_LETTERS,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    audience = forms.ChoiceField(
        label=_("Who may read it"),
        choices=[
            (Audience.EVERYONE.value, _("Everyone")),
            (Audience.LEADERS.value, _("Community leaders and editors")),
        ],
        initial=Audience.EVERYONE.value,
    )

    def __init__(self, *arguments, has_files=False, has_own_body=False, **options):
        super().__init__(*arguments, **options)
        self.has_files = has_files
        self.has_own_body = has_own_body
        if has_own_body:
            # What editors made of the text is more than a form of this kind can hold.
            del self.fields["text"]

    def clean_file(self):
        """The file, of a kind that may be uploaded."""
        file = self.cleaned_data["file"]
        return check_document(file) if file else None

    def clean(self):
        """There must be something to read."""
        said = super().clean()
        has_any = any(said.get(name) for name in ("url", "file", "text"))
        if not self.errors and not (has_any or self.has_files or self.has_own_body):
            raise forms.ValidationError(
                _("Give an address, a file or the text itself: there must be something to read.")
            )
        if self.errors and said.get("file"):
            self.add_error("file", _("Please choose the file once more."))
        return said

    @property
    def words(self) -> dict:
        """What was written, beside the file."""
        names = ("title", "summary", "kind", "url", "text", "audience")
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}
