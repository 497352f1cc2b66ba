"""Fields that store nothing but what was made safe, whichever door a file came through."""

from django.db import models
from django.db.models.fields.files import FieldFile
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from core.uploads import check_document, clean_image


class CleanImageFile(WagtailImageFieldFile):
    """The file of a picture, which takes in nothing but what was made safe."""

    def save(self, name, content, save=True):
        if not getattr(content, "is_clean", False):
            content = clean_image(content)
            name = content.name
        super().save(name, content, save)


class CleanImageField(WagtailImageField):
    """A picture of pixels only."""

    attr_class = CleanImageFile


class CheckedDocumentFile(FieldFile):
    """The file of a document, which takes in nothing but what was checked."""

    def save(self, name, content, save=True):
        content.name = name
        super().save(name, check_document(content), save)


class CheckedDocumentField(models.FileField):
    """A document of a known kind."""

    attr_class = CheckedDocumentFile
