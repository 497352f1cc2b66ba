"""Which of two comes first."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from core.entries.keys import keys_of_words
from core.entries.ranking import Candidate, ranked
from core.entries.sought import sought_of

TODAY = date(2026, 11, 24)
SYNONYMS = [["padome", "iedzīvotāju padome"], ["talka", "sakopšanas diena"]]


def entry(title, summary="", **said) -> Candidate:
    fields = {"pk": len(title), "page_id": 1, "page_key": UUID(int=1), "path": "0001"}
    fields |= {"kind": "page", "day": None}
    keys = {"title_keys": keys_of_words(title), "summary_keys": keys_of_words(summary)}
    return Candidate(**fields | keys | said)


def first(typed, *candidates, **said):
    sought = sought_of(typed, SYNONYMS)
    return ranked(candidates, sought, today=TODAY, **said)[0]


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("tilts", entry("Tilts pār upi"), entry("Laipa pār upi", "Tilts")),
        ("tilts", entry("Laipa pār upi", "Tilts"), entry("Laipa")),
        ("tilts", entry("Tilts pār upi"), entry("Tilti pār upi ")),
        ("tilta", entry("Tilti pār upi"), entry("Tiltiņš ir te ")),
        ("tirza", entry("Tirza"), entry("Tirzas pagasta svētki")),
        ("meža taka", entry("Jaunā meža taka"), entry("Taka ved no meža")),
        ("padome", entry("Padome"), entry("Iedzīvotāju sapulce")),
        ("talka", entry("Sakopšanas diena"), entry("Labdarības diena", "Talka")),
        ("tilts", entry("Laipa", has_words_as_typed=True), entry("Laipas")),
        ("tilts", entry("Tilts", day=TODAY), entry("Tilts ", day=TODAY - timedelta(300))),
        ("tilts", entry("Tilts", is_to_come=True), entry("Tilts ")),
        ("tilts", entry("Tilts", day=TODAY), entry("Tilts ", is_to_come=False, day=TODAY)),
        ("tilts", entry("Tiltu svētki", weight=3), entry("Tiltu diena")),
    ],
)
def test_the_better_of_two_comes_first(typed, better, worse):
    assert first(typed, worse, better) is better
    assert first(typed, better, worse) is better


def test_what_lies_in_the_own_community_comes_first():
    mine, other = entry("Tilts", path="00010002"), entry("Tilts", path="00010001")
    assert first("tilts", other, mine, own_path="00010002") is mine
    assert first("tilts", other, mine) is other


def test_a_near_word_counts_less_than_another_form():
    sought = sought_of("tiltts", is_typed=False)
    sought = sought.with_alike({sought.words[0]: ("tilt",)})
    near, form = entry("Tilts"), entry("Tiltts")
    assert ranked([near, form], sought, today=TODAY)[0] is form
