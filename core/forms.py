"""Upload forms: what Wagtail asks of a picture or a document, and what the site asks more."""

from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from core.uploads import check_document, clean_image


class HubImageForm(BaseImageForm):
    """Refuses what is no safe picture, and takes everything but pixels out of what is."""

    def clean_file(self):
        upload = self.cleaned_data["file"]
        return clean_image(upload) if "file" in self.changed_data else upload


class HubDocumentForm(BaseDocumentForm):
    """Refuses what is no document of a known kind."""

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if "file" in self.changed_data:
            check_document(upload)
        return upload
