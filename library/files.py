"""The files of resources, with what is known of them by reading them."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from django.db.models import prefetch_related_objects
from django.urls import reverse

from library.models import FileText, Language, ResourceFile


@dataclass(frozen=True)
class SharedFile:
    """A file as readers see it; what is not known of it is None or empty."""

    page_id: int
    document_id: int
    name: str
    url: str
    format: str
    size: int | None
    pages: int | None
    language: str
    language_name: str
    first_page_url: str


def files_of_pages(numbers) -> list[SharedFile]:
    """The files of these pages, in their order on each; two queries."""
    rows = ResourceFile.objects.filter(page_id__in=numbers).select_related("document")
    return _shared(list(rows.order_by("page_id", "sort_order", "pk")))


def files_of(page) -> list[SharedFile]:
    """The files of a page as it is held, be it a draft."""
    rows = list(page.files.all())
    prefetch_related_objects(rows, "document")
    return _shared(rows)


def _shared(rows: list[ResourceFile]) -> list[SharedFile]:
    known = FileText.objects.filter(document_id__in={row.document_id for row in rows})
    texts = {text.document_id: text for text in known.defer("search_keys")}
    return [_file(row, texts.get(row.document_id)) for row in rows]


def _file(row: ResourceFile, text: FileText | None) -> SharedFile:
    document = row.document
    has_picture = bool(text and text.picture)
    way = (row.document_id, text.digest) if has_picture else ()
    return SharedFile(
        page_id=row.page_id,
        document_id=row.document_id,
        name=row.name,
        url=document.url,
        format=PurePosixPath(document.filename).suffix[1:].upper(),
        size=document.file_size,
        pages=text.pages if text else None,
        language=row.language,
        language_name=str(Language(row.language).label),
        first_page_url=reverse("library:first-page", args=way) if has_picture else "",
    )
