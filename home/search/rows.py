"""The pages that were found, as they are shown: where they are, with the words that were found."""

from dataclasses import dataclass

from django.utils.functional import Promise

from communities.models.cards import CommunityCard, card_at
from core.entries.ranking import Candidate
from core.entries.sought import Sought
from core.entries.sources import PAGE, Hit, hits_of, kinds
from core.models import SearchEntry
from core.search_query import Query, marked

# Titles and summaries are shown whole.
WHOLE = 300
COLUMNS = ("pk", "title", "summary", "text", "page__url_path")


@dataclass(frozen=True)
class Row:
    """A page: title and words in parts, each marked or not, and where else the words stand."""

    candidate: Candidate
    address: str
    title: list[tuple[str, bool]]
    words: list[tuple[str, bool]]
    place: str
    community: CommunityCard | None
    kind: Promise | str

    @property
    def shows_day(self) -> bool:
        """Whether its day tells readers anything."""
        return bool(self.candidate.day) and self.candidate.kind != PAGE.key


def rows_for(visit, chosen: list[Candidate], sought: Sought, locale_id: int) -> list[Row]:
    """The chosen ones with what is shown of them, in their order."""
    stored = SearchEntry.objects.filter(pk__in=[one.pk for one in chosen])
    entries = {row.pk: row for row in stored.values_list(*COLUMNS, named=True)}
    there = [one for one in chosen if one.pk in entries]
    words = {one.pk: _words(entries[one.pk], sought.to_mark) for one in there}
    hits = _hits([one for one in there if not _is_found(words[one.pk])], sought)
    names = {kind.key: kind.name for kind in kinds()}
    return [
        Row(
            candidate=one,
            address=entries[one.pk].page__url_path,
            title=marked(entries[one.pk].title, sought.to_mark, WHOLE),
            words=hits[one.page_id].parts if one.page_id in hits else words[one.pk],
            place=hits[one.page_id].place if one.page_id in hits else "",
            community=card_at(visit, locale_id, one.path),
            kind=names[one.kind],
        )
        for one in there
    ]


def _words(entry, query: Query) -> list[tuple[str, bool]]:
    """The summary; where nothing of it was found, the piece of the text in which it was."""
    summary = marked(entry.summary, query, WHOLE)
    if _is_found(summary):
        return summary
    text = marked(entry.text, query)
    return text if _is_found(text) or not entry.summary else summary


def _hits(elsewhere: list[Candidate], sought: Sought) -> dict[int, Hit]:
    """Where the words stand of which nothing is on the page itself."""
    by_kind: dict[str, list[int]] = {}
    for one in elsewhere:
        by_kind.setdefault(one.kind, []).append(one.page_id)
    return {
        number: hit
        for kind, numbers in by_kind.items()
        for number, hit in hits_of(numbers, kind, sought.to_mark).items()
    }


def _is_found(parts) -> bool:
    return any(is_found for _words, is_found in parts)
