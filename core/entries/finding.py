"""What is found of the pages that a reader may read, the best first."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.db.models import QuerySet
from django.utils.timezone import localdate

from core.access import pages_open_to
from core.entries.keys import EXACT, IN_SUMMARY, IN_TITLE
from core.entries.ranking import Candidate, ranked
from core.entries.sought import Sought, SoughtWord
from core.entries.sources import kinds
from core.models import SearchEntry, SearchWord
from core.search_index import matching
from core.search_query import Query
from core.search_spelling import is_near, variants

# So many are compared with each other; whoever finds more adds a word.
MOST_FOUND = 200
# Of the words that are one mistake away.
MOST_NEAR, MOST_WORDS = 8, 2000
COLUMNS = ("pk", "page_id", "page__translation_key", "page__path")
COLUMNS += ("kind", "day", "title_keys", "summary_keys")


@dataclass(frozen=True)
class Found:
    """What was found, the best first, and what it was found by in the end.

    `is_near` when nothing had the words as they were typed, `has_more` when more was there than is
    told.
    """

    candidates: tuple[Candidate, ...]
    sought: Sought
    is_near: bool = False
    has_more: bool = False


def open_entries(visit, language: str) -> QuerySet:
    """The entries of the pages in the language that the visitor may read."""
    pages = pages_open_to(visit.circles, visit.now).filter(locale__language_code=language)
    return SearchEntry.objects.filter(page__in=pages)


def find(
    entries: QuerySet,
    sought: Sought,
    *,
    now,
    own_path: str = "",
    with_times: Callable[[list[Candidate]], list[Candidate]] = list,
) -> Found:
    """What holds the words; if nothing does, what holds words near to them, or all but one.

    `with_times` says of candidates that are events whether they are to come.
    """
    for attempt, is_forgiving in _attempts(sought):
        rows, has_more = _rows(entries, attempt)
        if rows:
            if not is_forgiving:
                rows = _with_words_as_typed(entries, rows, attempt)
            rows = with_times(rows)
            best = ranked(rows, attempt, today=localdate(now), own_path=own_path)
            return Found(tuple(best), attempt, is_forgiving, has_more)
    return Found((), sought)


def _attempts(sought: Sought):
    """What is looked for in turn, each only when the one before found nothing."""
    if not sought:
        return
    yield sought, False
    forgiving = sought.with_alike(near_keys(sought))
    if forgiving != sought:
        yield forgiving, True
    if len(sought.words) > 1:
        yield forgiving.with_one_less(), True


def near_keys(sought: Sought) -> dict[SoughtWord, tuple[str, ...]]:
    """For each word that occurs nowhere, the keys of words that do and are one mistake away."""
    left = {variant for word in sought.words for key in word.keys for variant in variants(key)}
    rows = matching(SearchWord.objects.all(), Query((tuple(sorted(left)),)))
    known = list(rows.values_list("key", flat=True)[:MOST_WORDS])
    near = {
        word: tuple(key for key in known if any(is_near(key, own) for own in word.keys))
        for word in sought.words
        if not set(word.keys).intersection(known)
    }
    return {word: keys[:MOST_NEAR] for word, keys in near.items() if keys}


def candidates(entries: QuerySet, query: Query) -> list[Candidate]:
    """Those of the entries that are found by the query, at most one more than are ranked."""
    rows = matching(entries, query).values_list(*COLUMNS)[: MOST_FOUND + 1]
    weights = {kind.key: kind.weight for kind in kinds()}
    return [Candidate(*row, weight=weights.get(row[4], 0)) for row in rows]


def _rows(entries: QuerySet, sought: Sought) -> tuple[list[Candidate], bool]:
    """Those with the words anywhere; where these are many, the ones with them in the title."""
    rows = candidates(entries, sought.query())
    if len(rows) <= MOST_FOUND:
        return rows, False
    better: dict[int, Candidate] = {}
    for mark in (IN_TITLE, IN_SUMMARY):
        better |= {one.pk: one for one in candidates(entries, sought.query(mark))}
        if len(better) > MOST_FOUND:
            break
    better |= {one.pk: one for one in rows}
    return list(better.values())[:MOST_FOUND], True


def _with_words_as_typed(entries, rows: list[Candidate], sought: Sought) -> list[Candidate]:
    """The candidates, knowing which of them hold the words in the very form that was typed."""
    if len(rows) < 2:
        return rows
    words = Query(tuple((f"{EXACT}{word.exact}",) for word in sought.words))
    chosen = entries.filter(pk__in=[one.pk for one in rows])
    exact = set(matching(chosen, words).values_list("pk", flat=True))
    return [replace(one, has_words_as_typed=True) if one.pk in exact else one for one in rows]
