"""Forms of the backstage: what Wagtail asks, and what the site asks more."""

from django.forms import FileField
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.documents.fields import WagtailDocumentField
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


class HubDocumentField(WagtailDocumentField):
    """Refuses what is no document of a known kind."""

    def to_python(self, data):
        # Our own sentence about a size says what to do next, which Wagtail's does not.
        upload = FileField.to_python(self, data)
        return check_document(upload) if upload else None


class FileIsOptional:
    """Lets forms be made that leave the file out, although it is written out below."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in (self._meta.exclude or ()) or "file" not in self._meta.fields:
            del self.fields["file"]


class HubImageForm(FileIsOptional, BaseImageForm):
    """What an editor fills in for a picture."""

    file = HubImageField(
        label=_("Picture"),
        widget=BaseImageForm.Meta.widgets["file"],
        # So that it is our own sentence which says that a file is empty.
        allow_empty_file=True,
    )


class HubDocumentForm(FileIsOptional, BaseDocumentForm):
    """What an editor fills in for a document."""

    file = HubDocumentField(
        label=capfirst(_("file")),
        widget=BaseDocumentForm.Meta.widgets["file"],
        allow_empty_file=True,
    )
