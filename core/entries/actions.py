"""Keeping what is found of pages in step with them; all of it may be done again at any time."""

from collections.abc import Iterator

from django.db import transaction
from wagtail.models import Page

from core.entries.keys import keys_of_entry, keys_of_words, plain_keys
from core.entries.sources import TEXT_LETTERS, Entry, entry_of
from core.models import SearchEntry, SearchWord
from core.models.pages import page_types
from core.search_spelling import variants

PAGES_AT_ONCE = 50
WORDS_AT_ONCE = 500


@transaction.atomic
def keep_entry(*, page) -> bool:
    """Let the page be found by what it says now, by nothing while it is not on the site.

    False where that was so already.
    """
    stored = SearchEntry.objects.filter(page_id=page.pk)
    if not page.live:
        return stored.delete()[0] > 0
    row, said = stored.first() or SearchEntry(page_id=page.pk), _columns(entry_of(page))
    if row.pk and all(getattr(row, name) == value for name, value in said.items()):
        return False
    for name, value in said.items():
        setattr(row, name, value)
    row.save()
    _keep_words(plain_keys(row.search_keys))
    return True


def keep_missing(*, most: int) -> int:
    """Let so many pages be found that are on the site and have no entries yet; how many."""
    pages = Page.objects.live().filter(depth__gt=1, search_entry=None)
    return sum(_kept(pages.order_by("pk").specific()[:most]))


def renew_entries() -> Iterator[tuple[int, int]]:
    """Make all entries anew, some pages at a time; yield how many of how many pages are done.

    Stopped anywhere it leaves a whole index, partly of before, and can begin again.
    """
    types = page_types()
    total, done = sum(model.objects.live().count() for model in types), 0
    for model in types:
        last = 0
        rows = model.objects.live().order_by("pk")
        while part := list(rows.filter(pk__gt=last)[:PAGES_AT_ONCE]):
            last = part[-1].pk
            with transaction.atomic():
                done += sum(_kept(part))
            yield done, total
    forget_unused()


def forget_unused():
    """Drop entries of pages that are off the site, and words that no entry holds any more."""
    SearchEntry.objects.filter(page__live=False).delete()
    used: set[str] = set()
    for keys in SearchEntry.objects.values_list("search_keys", flat=True).iterator():
        used |= plain_keys(keys)
    unused = [
        pk for pk, key in SearchWord.objects.values_list("pk", "key").iterator() if key not in used
    ]
    for start in range(0, len(unused), WORDS_AT_ONCE):
        SearchWord.objects.filter(pk__in=unused[start : start + WORDS_AT_ONCE]).delete()


def keys_as_stored(row: SearchEntry) -> str:
    """What the entry is found by; it follows from its page alone."""
    return row.search_keys


def renew_row(row: SearchEntry) -> int:
    """Make the entry anew from its page, as after a change of the stemmer; 1 if it had changed."""
    return int(keep_entry(page=row.page.specific))


def keys_of_search_word(row: SearchWord) -> str:
    """What the word is found by: all that one typing error may leave of it."""
    return " ".join(sorted(variants(row.key)))


def _kept(pages) -> Iterator[int]:
    for page in pages:
        keep_entry(page=page)
        yield 1


def _columns(entry: Entry) -> dict:
    """What is stored of the entry."""
    text = entry.text[:TEXT_LETTERS]
    titled, summed, said = (
        keys_of_words(words, entry.language) for words in (entry.title, entry.summary, text)
    )
    return {
        "kind": entry.kind,
        "day": entry.day,
        "title": entry.title,
        "summary": entry.summary,
        "text": text,
        "title_keys": titled,
        "summary_keys": summed,
        "search_keys": keys_of_entry(titled, summed, f"{said} {entry.more_keys}"),
    }


def _keep_words(keys: set[str]):
    known = SearchWord.objects.filter(key__in=keys).values_list("key", flat=True)
    # In one order everywhere, so that two who add the same words wait for each other in turn.
    missing = sorted(keys.difference(known))
    rows = [SearchWord(key=key) for key in missing]
    for row in rows:
        row.search_keys = keys_of_search_word(row)
    SearchWord.objects.bulk_create(rows, WORDS_AT_ONCE, ignore_conflicts=True)
