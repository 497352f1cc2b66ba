"""What of resources is searched on the whole site: their pages and the text of their files."""

from django.utils.translation import gettext_lazy as _

from core.entries import sources
from core.entries.actions import keep_entry
from core.entries.sources import Hit, Kind, Source
from core.search_query import Query
from core.translation.state import code_of
from library.models import FileText, ResourcePage
from library.search import hits_of

RESOURCE = Kind("resource", _("Resources"), weight=1)


def register_sources():
    """Let resources be searched as such, once, when Django starts."""
    resources = Source(
        RESOURCE, words_of=words_of_resource, more_keys_of=keys_of_files, hits_of=hits_in_files
    )
    sources.register("library.ResourcePage", resources)


def words_of_resource(page: ResourcePage) -> list[str]:
    """What a resource is found by beside its text: what it is, of whom, about what, its files."""
    is_english = code_of(page.locale_id) == "en"
    kind = [page.kind.name_en if is_english else page.kind.name_lv] if page.kind else []
    topics = [name for topic in page.topics.all() for name in (topic.name, topic.name_en)]
    named = [row.name for row in page.files.all()] + [row.title for row in page.links.all()]
    return [*kind, page.author, *topics, *named]


def keys_of_files(page: ResourcePage) -> str:
    """The keys of what was read in the files of the resource."""
    numbers = [row.document_id for row in page.files.all()]
    texts = FileText.objects.filter(document_id__in=numbers) if numbers else ()
    return " ".join(text.search_keys for text in texts)


def hits_in_files(page_ids: list[int], query: Query) -> dict[int, Hit]:
    """Where in the files of the resources the words stand."""
    found = hits_of(page_ids, query)
    return {
        number: Hit(hit.parts, ", ".join(filter(None, (hit.file, hit.place))))
        for number, hit in found.items()
    }


def keep_entries_of(text: FileText):
    """Let the resources that have the file be found by what was read in it."""
    for page in ResourcePage.objects.live().filter(files__document_id=text.document_id):
        keep_entry(page=page)
