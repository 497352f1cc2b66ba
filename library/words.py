"""By what words resources and their files are found."""

from django.db.models import prefetch_related_objects

from core import search_index
from core.search_query import ENGLISH, keys_of
from core.translation.state import code_of
from library.models import FilePlace, FileText, ResourcePage, ResourceWords


def keys_of_resource(page: ResourcePage) -> str:
    """What a resource is found by, beside the text of its files."""
    about = list(page.topics.all())
    prefetch_related_objects(about, "aliases")
    topics = [name for topic in about for name in (topic.name, topic.name_en)]
    topics += [alias.name for topic in about for alias in topic.aliases.all()]
    rows = [*page.files.all(), *page.links.all()]
    body = page.body.stream_block.get_searchable_content(page.body)
    named = [row.title for row in rows]
    texts = (page.title, page.summary, page.author, *topics, *named, *map(str, body))
    return keys_of(*texts, language=code_of(page.locale_id))


def keys_of_words(words: ResourceWords) -> str:
    """The same, for the row that keeps it."""
    return keys_of_resource(words.page)


def keys_of_text(text: FileText) -> str:
    """What a file is found by, in the library of each language."""
    return keys_in_file(*(place.words for place in text.places.all()))


def keys_of_place(place: FilePlace) -> str:
    """What a place in a file is found by."""
    return keys_in_file(place.words)


def keys_in_file(*texts: str) -> str:
    """The keys of texts in a file, which may be of either language whatever the page is."""
    both = f"{keys_of(*texts)} {keys_of(*texts, language=ENGLISH)}"
    return " ".join(dict.fromkeys(both.split()))


def register_keys():
    """Let resources and files be searched, once, when Django starts."""
    search_index.register("library.ResourceWords", keys_of_words, "page")
    search_index.register("library.FileText", keys_of_text, "places")
    search_index.register("library.FilePlace", keys_of_place)
