"""Which of what was found comes first. Pure.

Words in the title weigh more than in the summary, and these more than in the text; a word as it was
typed more than another form of it, and this more than one that is only near to it or means the
same.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from core.entries.keys import EXACT
from core.entries.sought import Sought, SoughtWord, Words

TITLE, SUMMARY, TEXT, NOWHERE = 10.0, 4.0, 1.0, 0.0
AS_TYPED, ANOTHER_FORM, ONLY_BEGUN, NEAR = 1.0, 0.9, 0.8, 0.7
# What else speaks for an entry, measured in words of a title.
SAME_MEANING = 0.8
WHOLE_TITLE, SIDE_BY_SIDE, AS_TYPED_IN_TEXT = 4.0, 2.0, 0.5
TO_COME, IS_OVER, IS_OWN, IS_NEW = 2.0, -2.0, 1.5, 1.0
NEW_DAYS = 365


@dataclass(frozen=True)
class Candidate:
    """An entry that may be found, with what ranking looks at; keys as they are stored."""

    pk: int
    page_id: int
    page_key: UUID
    path: str
    kind: str
    day: date | None
    title_keys: str
    summary_keys: str
    weight: float = 0
    # Of an event: whether it is to come or over; neither for anything else.
    is_to_come: bool | None = None
    has_words_as_typed: bool = False


def ranked(
    candidates: Iterable[Candidate], sought: Sought, *, today: date, own_path: str = ""
) -> list[Candidate]:
    """The candidates, the best first; `own_path` is where the reader's community lies."""
    scored = [(_score(one, sought, today, own_path), one) for one in candidates]
    return [one for _points, one in sorted(scored, key=lambda pair: _order(*pair))]


def _order(points: float, one: Candidate):
    return -round(points, 6), -one.day.toordinal() if one.day else 0, one.pk


def _score(one: Candidate, sought: Sought, today: date, own_path: str) -> float:
    titled, summed = one.title_keys.split(), set(one.summary_keys.split())
    points = max(
        _points(words, titled, summed) * (1.0 if words is sought.words else SAME_MEANING)
        for words in (sought.words, *sought.others)
    )
    points += one.weight
    if own_path and one.path.startswith(own_path):
        points += IS_OWN
    if one.has_words_as_typed:
        points += AS_TYPED_IN_TEXT
    if one.is_to_come is not None:
        points += TO_COME if one.is_to_come else IS_OVER
    elif one.day:
        age = min(abs((today - one.day).days), NEW_DAYS)
        points += IS_NEW * (1 - age / NEW_DAYS)
    return points


def _points(words: Words, titled: list[str], summed: set[str]) -> float:
    """How well the words are there: by place, by form, by how much of the title they are."""
    keys = set(titled)
    in_title = [_form(word, keys) for word in words]
    points = sum(
        TITLE * form if form else (SUMMARY * _form(word, summed) or TEXT)
        for word, form in zip(words, in_title, strict=True)
    ) / len(words)
    # The words of a title stand among its keys in their order.
    said = [key[1:] for key in titled if key[0] == EXACT]
    there = sum(form > 0 for form in in_title)
    points += WHOLE_TITLE * min(1.0, there / max(1, len(said)))
    typed = " ".join(word.exact for word in words)
    return points + (SIDE_BY_SIDE if len(words) > 1 and typed in " ".join(said) else 0.0)


def _form(word: SoughtWord, there: set[str]) -> float:
    """In what form the word is among the keys; nought when it is not."""
    if f"{EXACT}{word.exact}" in there:
        return AS_TYPED
    if not there.isdisjoint(word.keys):
        return ANOTHER_FORM
    if word.beginning and any(key.startswith(word.beginning) for key in there if key[0] != EXACT):
        return ONLY_BEGUN
    return NEAR if not there.isdisjoint(word.alike) else NOWHERE
