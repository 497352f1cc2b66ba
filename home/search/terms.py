"""The words of the editors: what means the same, and which page comes first for what."""

from core.access import pages_open_to
from core.entries.sought import Sought, words_in
from core.shell import frame_of
from core.visit import shared_fact
from home.search.models import PinnedPage, Synonyms, lines_of

MOST_PINNED = 3


@shared_fact
def synonyms(visit) -> tuple[list[str], ...]:
    """The lists of terms that mean the same."""
    return tuple(lines_of(row.terms) for row in Synonyms.objects.order_by("pk"))


@shared_fact
def pins(visit, language: str) -> tuple[tuple[tuple, str, str, str], ...]:
    """The words of each term of a page that is put first, with title, address and summary."""
    rows = list(PinnedPage.objects.order_by("pk").values_list("terms", "page__translation_key"))
    pages = pages_open_to(visit.circles, visit.now).filter(locale__language_code=language)
    seen = pages.filter(translation_key__in=[key for _terms, key in rows]).specific()
    found = {page.translation_key: (page.title, page.url_path, page.summary) for page in seen}
    return tuple(
        (words_in(term, is_typed=False, language=language), *found[key])
        for terms, key in rows
        if key in found
        for term in lines_of(terms)
    )


def pinned(visit, language: str, sought: Sought) -> list[tuple[str, str, str]]:
    """The pages that come first for the words: title, address and summary of each."""
    keys = [set(word.keys) for word in sought.words]
    chosen = {
        address: (title, address, summary)
        for words, title, address, summary in pins(visit, language)
        if all(any(not own.isdisjoint(word.keys) for own in keys) for word in words)
    }
    return list(chosen.values())[:MOST_PINNED]


@shared_fact
def ways_on(visit, language: str) -> tuple[tuple[str, str], ...]:
    """Where to look without words: title and address of what the menu names."""
    return tuple((link.title, link.url) for link in frame_of(visit, language).menu)
