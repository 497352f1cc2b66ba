from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser

from library.models import ResourcePage
from library.models.requests import ANSWER_LETTERS, REQUEST_LETTERS


class RequestForm(forms.Form):
    """What somebody misses in the library."""

    text = forms.CharField(
        label=_("What do you miss?"),
        max_length=REQUEST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("For what you need it, and what you have found already."),
    )


class AnswerForm(forms.Form):
    """What answers a request: a resource, words, or both."""

    resource = forms.ModelChoiceField(
        ResourcePage.objects.live(),
        label=_("The resource that answers it"),
        required=False,
        widget=AdminPageChooser(target_models=[ResourcePage]),
    )
    answer = forms.CharField(
        label=_("In words"),
        required=False,
        max_length=ANSWER_LETTERS,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Whoever asked gets this by letter."),
    )

    def clean(self):
        """Without either there is nothing to tell."""
        said = super().clean()
        if not self.errors and not (said["resource"] or said["answer"]):
            raise forms.ValidationError(_("Choose a resource, or say in words why there is none."))
        return said
