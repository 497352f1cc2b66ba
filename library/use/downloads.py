"""How often the files of resources are fetched."""

from django.db.models import Sum

from library.models import FileDownloads, HelpfulMark, ResourceFile, ResourcePage


def downloads_of(document_ids) -> int:
    """How often these files were fetched, altogether."""
    rows = FileDownloads.objects.filter(document_id__in=set(document_ids))
    return rows.aggregate(times=Sum("count"))["times"] or 0


def uses_of(locale_id: int) -> dict[int, int]:
    """How much each resource of a language is used, by its number: fetched files and helped people.

    What nobody has used is not there.
    """
    times = dict(
        FileDownloads.objects.order_by().values_list("document_id").annotate(times=Sum("count"))
    )
    files = ResourceFile.objects.filter(page__locale_id=locale_id, document_id__in=times)
    uses: dict[int, int] = {}
    for page, document in files.order_by().values_list("page_id", "document_id").distinct():
        uses[page] = uses.get(page, 0) + times[document]
    pages = ResourcePage.objects.filter(locale_id=locale_id)
    keys = dict(
        pages.filter(translation_key__in=HelpfulMark.objects.values("resource_key"))
        .order_by()
        .values_list("translation_key", "pk")
    )
    for key in HelpfulMark.objects.order_by().values_list("resource_key", flat=True):
        if key in keys:
            uses[keys[key]] = uses.get(keys[key], 0) + 1
    return uses
