"""All files of a collection in one ZIP."""

from tempfile import SpooledTemporaryFile

from django.conf import settings
from django.http import FileResponse, Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import downloads
from core.uploads.intake import MEGABYTE
from core.views import FILE_POLICY
from core.visit import visit_of
from library.collections.access import collection_for, documents_for
from library.collections.bag import MOST_BYTES, MOST_FILES, safe_name, write_bag
from library.collections.collection import Item, items_of

IN_MEMORY = 2 * MEGABYTE


@require_safe
def bag(request, pk: int):
    """The files that the reader may fetch, in the order of the collection, as one ZIP."""
    visit = visit_of(request)
    page = collection_for(visit, pk)
    items = items_of(page, visit)
    now = timezone.now()
    files = [file for item in items for file in item.files]
    if not files or len(files) > MOST_FILES or sum(file.size or 0 for file in files) > MOST_BYTES:
        raise Http404
    documents = documents_for(request.user, files, now)
    packed = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115
    parts = _parts([file for file in files if file.document_id in documents], documents)
    name = _("00 Contents")
    contents = (f"{name}.txt", contents_of(page, items))
    write_bag(packed, contents, parts, timezone.localtime(now))
    packed.seek(0)
    downloads.tell(request, list(documents), now)
    response = FileResponse(packed, as_attachment=True, filename=f"{page.slug}.zip")
    response.headers["Content-Type"] = "application/zip"
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Content-Security-Policy"] = FILE_POLICY
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def contents_of(page, items: list[Item]) -> str:
    """What is in the bag, in words: each resource with its sentence, its address and its links."""
    lines = [page.title, page.summary, ""]
    for number, item in enumerate(items, start=1):
        lines += [f"{number}. {item.resource.title}", item.sentence]
        lines.append(settings.SITE_URL + item.resource.url_path)
        lines += [f"{link.title}: {link.url}" for link in item.resource.shared_links]
        lines.append("")
    return "\r\n".join(lines)


def _parts(files, documents):
    """Names and open files, one after the other; what is not on the disk is left out."""
    for number, file in enumerate(files, start=1):
        try:
            content = documents[file.document_id].file.open("rb")
        except FileNotFoundError:
            continue
        yield safe_name(number, file.name, file.format.lower()), content
