"""Forms of the backstage: what Wagtail asks, and what the site asks more."""

from django.forms import FileField
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from core.uploads import check_document, clean_image


class HubImageField(WagtailImageField):
    """Refuses what is no safe picture, and takes everything but pixels out of what is."""

    def to_python(self, data):
        # Wagtail's own look at the file is left out: some damaged pictures make it fail.
        upload = FileField.to_python(self, data)
        return clean_image(upload) if upload else None


class HubImageForm(BaseImageForm):
    """What an editor fills in for a picture."""

    file = HubImageField(
        label=_("Picture"),
        widget=BaseImageForm.Meta.widgets["file"],
        # So that it is our own sentence which says that a file is empty.
        allow_empty_file=True,
    )


class HubDocumentForm(BaseDocumentForm):
    """Refuses what is no document of a known kind."""

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if "file" in self.changed_data:
            check_document(upload)
        return upload


class SignInForm(LoginForm):
    """The door to the backstage, with a label that can be translated."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Password")
