"""Keeping what is found of pages in step with them; all of it may be done again at any time."""

from collections.abc import Iterator

from django.db import transaction
from django.db.models import Exists, OuterRef
from wagtail.models import Page

from core.entries.keys import keys_of_entry, keys_of_words, plain_keys
from core.entries.sources import TEXT_LETTERS, Entry, entries_of
from core.models import SearchEntry, SearchWord
from core.models.pages import page_types
from core.search_spelling import variants

PAGES_AT_ONCE = 50
WORDS_AT_ONCE = 500


@transaction.atomic
def keep_entries(*, page):
    """Let the page be found by what it says now; by nothing while it is not on the site."""
    stored = {entry.part: entry for entry in SearchEntry.objects.filter(page_id=page.pk)}
    said = {entry.part: entry for entry in entries_of(page)} if page.live else {}
    gone = [row.pk for part, row in stored.items() if part not in said]
    if gone:
        SearchEntry.objects.filter(pk__in=gone).delete()
    changed = [row for part, entry in said.items() if (row := _row(page, entry, stored.get(part)))]
    for row in changed:
        row.save()
    _keep_words(set().union(*(plain_keys(row.search_keys) for row in changed)))


def keep_missing(*, most: int) -> int:
    """Let so many pages be found that are on the site and not yet among the entries; how many."""
    missing = Page.objects.live().filter(depth__gt=1)
    entries = SearchEntry.objects.filter(page_id=OuterRef("pk"))
    pages = missing.filter(~Exists(entries)).order_by("pk").specific()[:most]
    return sum(_kept(pages))


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


def keys_of_row(row: SearchEntry) -> str:
    """What the entry is found by."""
    return _keys(row.title, row.summary, row.text, row.page.locale.language_code)["search_keys"]


def renew_row(row: SearchEntry) -> int:
    """Make the keys of an entry anew, as after a change of the stemmer; 1 if they had changed."""
    keys = _keys(row.title, row.summary, row.text, row.page.locale.language_code)
    if all(getattr(row, name) == value for name, value in keys.items()):
        return 0
    # What is published meanwhile has newer words: only what was read is replaced.
    same = SearchEntry.objects.filter(pk=row.pk, search_keys=row.search_keys)
    changed = same.update(**keys)
    _keep_words(plain_keys(keys["search_keys"]))
    return changed


def keys_of_search_word(row: SearchWord) -> str:
    """What the word is found by: all that one typing error may leave of it."""
    return " ".join(sorted(variants(row.key)))


def _kept(pages) -> Iterator[int]:
    for page in pages:
        keep_entries(page=page)
        yield 1


def _row(page, entry: Entry, stored: SearchEntry | None) -> SearchEntry | None:
    """The row as it must be stored; None when it is stored so already."""
    said = {
        "kind": entry.kind,
        "day": entry.day,
        "title": entry.title[:255],
        "summary": entry.summary,
        "text": entry.text[:TEXT_LETTERS],
        "address": entry.address[:255],
        "place": entry.place[:255],
    }
    language = page.locale.language_code
    said |= _keys(said["title"], said["summary"], said["text"], language)
    row = stored or SearchEntry(page_id=page.pk, part=entry.part)
    if stored and all(getattr(stored, name) == value for name, value in said.items()):
        return None
    for name, value in said.items():
        setattr(row, name, value)
    return row


def _keys(title: str, summary: str, text: str, language: str) -> dict[str, str]:
    """The keys that an entry with these words is ranked and found by, as fields of it."""
    titled, summed = keys_of_words(title, language), keys_of_words(summary, language)
    found_by = keys_of_entry(titled, summed, text, language)
    return {"title_keys": titled, "summary_keys": summed, "search_keys": found_by}


def _keep_words(keys: set[str]):
    known = SearchWord.objects.filter(key__in=keys).values_list("key", flat=True)
    # In one order everywhere, so that two who add the same words wait for each other in turn.
    missing = sorted(keys.difference(known))
    rows = [SearchWord(key=key) for key in missing]
    for row in rows:
        row.search_keys = keys_of_search_word(row)
    SearchWord.objects.bulk_create(rows, WORDS_AT_ONCE, ignore_conflicts=True)
