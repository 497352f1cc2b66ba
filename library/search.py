"""Finding resources by words: of the page, and of the text of its files."""

from dataclasses import dataclass

from core.search_index import matching
from core.search_query import Query, keys_of, marked
from library.models import FilePlace, FileText, NamedDocument, ResourcePage, ResourceWords
from library.shelf import Shelf

# Words at the beginning of a place are enough to show where they stand.
LETTERS_LOOKED_AT = 20_000
MOST_RANKED = 500


@dataclass(frozen=True)
class Hit:
    """Where the words stand: parts of the text, each marked or not, and the place in a file."""

    parts: list[tuple[str, bool]]
    file: str = ""
    place: str = ""


def found_bits(shelf: Shelf, query: Query) -> int:
    """The bits of the resources that hold all the words, on the page or in one of the files."""
    pages = matching(ResourceWords.objects.all(), query).values_list("page_id", flat=True)
    files = matching(FileText.objects.all(), query).values_list("document_id", flat=True)
    return shelf.bits_of(pages) | shelf.bits_of_documents(files)


def best_first(numbers: list[int], query: Query) -> list[int]:
    """The same resources: those with all the words in the title first, then in the summary.

    Behind so many nobody looks for what fits best: they stay as they are.
    """
    looked_at = numbers[:MOST_RANKED]
    pages = ResourcePage.objects.filter(pk__in=looked_at)
    columns = pages.values_list("pk", "title", "summary")
    ranks = {
        number: 0 if _holds(title, query) else 1 if _holds(f"{title} {summary}", query) else 2
        for number, title, summary in columns
    }
    return sorted(numbers, key=lambda number: ranks.get(number, 2))


def hits_of(numbers: list[int], query: Query) -> dict[int, Hit]:
    """Where the words stand in the resources with these numbers: in the text, else in a file.

    What stands in the title or the summary is seen on the card itself.
    """
    pages = ResourcePage.objects.filter(pk__in=numbers).only("body")
    found = {}
    for page in pages:
        body = page.body.stream_block.get_searchable_content(page.body)
        words = " ".join(map(str, body))[:LETTERS_LOOKED_AT]
        parts = marked(words, query)
        if any(is_found for _part, is_found in parts):
            found[page.pk] = Hit(parts)
    return _hits_in_files([number for number in numbers if number not in found], query) | found


def _hits_in_files(numbers: list[int], query: Query) -> dict[int, Hit]:
    named = NamedDocument.objects.filter(page_id__in=numbers, is_live=True).order_by("pk")
    files = list(named.values_list("page_id", "document_id", "document__title")) if numbers else []
    places = _places({document for _page, document, _title in files}, query)
    found: dict[int, Hit] = {}
    for page, document, title in files:
        place = places.get(document)
        if place is not None and page not in found:
            parts = marked(place.words[:LETTERS_LOOKED_AT], query)
            found[page] = Hit(parts, title, str(place))
    return found


def _places(documents: set[int], query: Query) -> dict[int, FilePlace]:
    """The first place in each document with all the words, or else with any of them."""
    rows = FilePlace.objects.filter(text__document_id__in=documents).select_related("text")
    found: dict[int, FilePlace] = {}
    for wanted in (query, query.with_least(1)):
        missing = documents - set(found)
        if missing:
            for place in matching(rows.filter(text__document_id__in=missing), wanted)[:200]:
                known = found.get(place.text.document_id)
                if known is None or place.sort_order < known.sort_order:
                    found[place.text.document_id] = place
    return found


def _holds(text: str, query: Query) -> bool:
    keys = keys_of(text, language=query.language).split()
    return all(any(_is(key, wanted) for key in keys for wanted in word) for word in query.words)


def _is(key: str, wanted: str) -> bool:
    return key.startswith(wanted[:-1]) if wanted.endswith("*") else key == wanted
