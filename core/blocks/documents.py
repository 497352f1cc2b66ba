"""Documents to download."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock

from core.blocks.carried import CarriedOver

MAX_DOCUMENTS = 50


class PaperChooserBlock(CarriedOver, DocumentChooserBlock):
    """Chooses a document; a translation offers the same one."""


class DocumentValue(blocks.StructValue):
    """A document and what it is called on this page."""

    @property
    def name(self) -> str:
        """What it is called here, or else in the archive."""
        return self.get("title") or self["document"].title

    @property
    def kind(self) -> str:
        """The kind of its file, as people call it: PDF."""
        return self["document"].file_extension.upper()


class DocumentBlock(blocks.StructBlock):
    """A document and what it is called on this page."""

    document = PaperChooserBlock(label=_("Document"))
    title = blocks.CharBlock(
        label=_("Title on the page"),
        max_length=200,
        required=False,
        default="",
        help_text=_("Leave empty to take over the title of the document."),
    )

    def clean(self, value):
        value = super().clean(value)
        if value["document"] and not value["title"]:
            # Written down here, so that it is translated with the rest of the page.
            value["title"] = value["document"].title[:200]
        return value

    class Meta:
        icon = "doc-full"
        label = _("Document")
        label_format = "{title}"
        value_class = DocumentValue


class DocumentsValue(blocks.StructValue):
    """Documents under one heading."""

    @property
    def entries(self) -> list[DocumentValue]:
        """The documents that are still there."""
        return [entry for entry in self["documents"] if entry["document"]]


class DocumentsBlock(blocks.StructBlock):
    """A list of documents to download."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, required=False, default="")
    documents = blocks.ListBlock(
        DocumentBlock(), label=_("Documents"), min_num=1, max_num=MAX_DOCUMENTS
    )

    def get_preview_value(self):
        """What the picker of blocks shows; these documents are nowhere stored."""
        entries = [
            self._example(gettext("Bylaws of the association"), "statuti.pdf", 182_000),
            self._example(gettext("Minutes of the meeting in May"), "protokols.docx", 43_000),
        ]
        return self.normalize({"heading": gettext("Documents"), "documents": entries})

    @staticmethod
    def _example(title, file, size):
        document = get_document_model()(pk=0, title=title, file=file, file_size=size)
        return {"document": document, "title": title}

    class Meta:
        icon = "doc-full-inverse"
        label = _("Documents")
        label_format = "{heading}"
        description = _("Documents to download, with their kind and size.")
        template = "core/blocks/documents.html"
        value_class = DocumentsValue


# Migrations keep Wagtail's own block, which reads the same values and never moves.
DECONSTRUCT_ALIASES = {PaperChooserBlock: "wagtail.documents.blocks.DocumentChooserBlock"}
