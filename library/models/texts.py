"""What is known of resources and of their files beside what editors write."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.file_text.reading import Place, PlaceKind
from core.file_text.words import label_of
from core.models import HubDocument
from core.storage import PrivateStorage
from library.models.pages import ResourcePage


class NamedDocument(models.Model):
    """That a resource names or has named a document; who may read it follows from that.

    It stays when the resource goes, so that nothing becomes open by being taken off a page.
    """

    page = models.ForeignKey(
        ResourcePage, null=True, on_delete=models.SET_NULL, related_name="named"
    )
    document = models.ForeignKey(HubDocument, on_delete=models.CASCADE, related_name="named")
    is_live = models.BooleanField(_("on the page that readers see"), default=False)

    class Meta:
        verbose_name = _("document of a resource")
        verbose_name_plural = _("documents of resources")
        constraints = [
            models.UniqueConstraint(fields=["page", "document"], name="library_document_named_once")
        ]

    def __str__(self):
        return f"{self.page_id}: {self.document_id}"


class ResourceWords(models.Model):
    """The keys by which a resource is found: its title, summary, text and topics."""

    page = models.OneToOneField(ResourcePage, on_delete=models.CASCADE, related_name="words")
    search_keys = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = _("words of a resource")
        verbose_name_plural = _("words of resources")

    def __str__(self):
        return str(self.page_id)


class FileText(models.Model):
    """What was read in the file of a document: its pages, the first one, or what went wrong."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Not read yet")
        READ = "read", _("Read")
        TROUBLED = "troubled", _("Could not be read")

    document = models.OneToOneField(HubDocument, on_delete=models.CASCADE, related_name="text")
    file_hash = models.CharField(max_length=40, editable=False, default="")
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    trouble = models.CharField(_("trouble"), max_length=20, blank=True, default="")
    pages = models.PositiveIntegerField(_("pages"), null=True, blank=True)
    picture = models.FileField(
        upload_to="first-pages", storage=PrivateStorage(), max_length=100, blank=True
    )
    search_keys = models.TextField(editable=False, default="")
    read_at = models.DateTimeField(_("read"), null=True, blank=True)

    class Meta:
        verbose_name = _("text of a file")
        verbose_name_plural = _("texts of files")

    def __str__(self):
        return str(self.document_id)

    @property
    def digest(self) -> str:
        """A short word that is another one as soon as the file is."""
        return self.file_hash[:12]


class FilePlace(models.Model):
    """A place in a file and the text there; a long one is several rows of the same place."""

    text = models.ForeignKey(FileText, on_delete=models.CASCADE, related_name="places")
    sort_order = models.PositiveIntegerField()
    kind = models.CharField(max_length=10)
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=200, blank=True)
    words = models.TextField()
    search_keys = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = _("place in a file")
        verbose_name_plural = _("places in files")
        ordering = ["sort_order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["text", "sort_order"], name="library_place_once")
        ]

    def __str__(self):
        return label_of(Place(PlaceKind(self.kind), "", self.number, self.name))
