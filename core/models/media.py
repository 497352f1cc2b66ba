import hashlib

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition, get_upload_to

from core.fields import CheckedDocumentField, CleanImageField
from core.storage import PrivateStorage, PublicStorage
from core.uploads import clean_image


class HubImage(AbstractImage):
    """A picture; its original is private and carries nothing but pixels."""

    file = CleanImageField(
        verbose_name=_("file"),
        upload_to=get_upload_to,
        width_field="width",
        height_field="height",
    )

    admin_form_fields = (
        "title",
        "file",
        "description",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]

    def save(self, *args, **kwargs):
        """Store the picture; whichever door it came through, the original is made safe first."""
        if self.file and not self.file._committed and not getattr(self.file.file, "is_clean", 0):
            self.file = clean_image(self.file.file)
            self._set_file_metadata()
        super().save(*args, **kwargs)

    def _set_file_metadata(self):
        self.width, self.height = self.file.width, self.file.height
        self.file_size = self.file.size
        self.file.seek(0)
        self.file_hash = hashlib.sha1(self.file.read(), usedforsecurity=False).hexdigest()
        self.file.seek(0)


class HubRendition(AbstractRendition):
    """A picture at one size, public."""

    image = models.ForeignKey(HubImage, on_delete=models.CASCADE, related_name="renditions")
    file = models.ImageField(
        upload_to="images",
        storage=PublicStorage(),
        width_field="width",
        height_field="height",
        max_length=255,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"],
                name="core_one_rendition_per_filter",
            )
        ]


class HubDocument(AbstractDocument):
    """A file to download; always served through the access door."""

    file = CheckedDocumentField(
        _("file"), upload_to="documents", storage=PrivateStorage(), max_length=255
    )

    admin_form_fields = ("title", "file", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]


def make_safe_what_is_set_aside(upload):
    """Clean a picture that Wagtail sets aside until the words beside it are right."""
    if upload.for_content_type.model_class() is HubImage and not upload.file._committed:
        upload.file = clean_image(upload.file.file)
