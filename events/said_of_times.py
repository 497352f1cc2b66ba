"""What is said of single times of an event, to readers of one of its pages."""

from dataclasses import dataclass
from datetime import date

SOURCE_LANGUAGE = "lv"


@dataclass(frozen=True)
class Words:
    """A text and the language that it is in; none where it is that of the page."""

    text: str = ""
    language: str = ""


@dataclass(frozen=True)
class SaidOfTime:
    """Another place and a note, where there are any."""

    place: Words = Words()
    note: Words = Words()


def said_of_times(page, source) -> dict[date, SaidOfTime]:
    """What is said of times by their days by the rule; what is not translated yet is Latvian.

    A place that changed must be known, so old words of a translation never stand for new ones.
    """
    if page.pk == source.pk:
        rows = [row for row in page.change_rows if row.of]
        return {row.of: SaidOfTime(Words(row.place), Words(row.note)) for row in rows}
    translated = {row.of: row for row in page.change_rows} if _is_up_to_date(page, source) else {}
    return {
        row.of: SaidOfTime(
            _words(row, translated.get(row.of), "place"),
            _words(row, translated.get(row.of), "note"),
        )
        for row in source.change_rows
        if row.of
    }


def _is_up_to_date(page, source) -> bool:
    # A translation that is complete is published anew whenever its source is.
    moments = (page.last_published_at, source.last_published_at)
    return None not in moments and moments[0] >= moments[1]


def _words(row, translated, name: str) -> Words:
    source = getattr(row, name)
    own = getattr(translated, name, "") if source else ""
    return Words(own) if own or not source else Words(source, SOURCE_LANGUAGE)
