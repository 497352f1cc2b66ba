"""What is looked for: whatever is typed is words, and other words that mean the same."""

import pytest

from core.entries.keys import keys_of_words
from core.entries.sought import MOST_OTHERS, sought_of, words_in

SYNONYMS = [["padome", "iedzīvotāju padome", "konsultatīvā padome"], ["bānītis", "šaursliežu"]]


def exact(words) -> list[str]:
    return [word.exact for word in words]


def test_the_words_that_tell_anything_are_sought_each_once():
    assert exact(words_in("Koris un KORIS, un skola", is_typed=True)) == ["koris", "skola"]
    assert words_in("skol", is_typed=True)[0].beginning == "skol"
    assert words_in("skol", is_typed=False)[0].beginning == ""
    assert not sought_of("un") and not sought_of("") and not sought_of('"*"')


@pytest.mark.parametrize(
    ("typed", "others"),
    [
        ("bānītis", [["saursliezu"]]),
        ("bānīša brauciens", [["brauciens", "saursliezu"]]),
        ("skola", []),
        ("iedzīvotāju", []),
    ],
)
def test_a_term_stands_for_those_that_mean_the_same(typed, others):
    assert [exact(words) for words in sought_of(typed, SYNONYMS).others] == others


def test_there_are_never_too_many_ways():
    many = [["padome", *(f"padome nr{number}" for number in range(50))]]
    assert len(sought_of("padome", many).others) == MOST_OTHERS


def test_the_place_is_part_of_what_the_index_is_asked():
    query = sought_of("skola").query("§")
    assert all(key.startswith("§") for keys in query.words for key in keys)
    assert query.words[0][-1] == "§skola*"


def test_one_word_less_is_enough_of_the_typed_words_alone():
    sought = sought_of("bānītis skola", SYNONYMS).with_one_less()
    ways = [exact(words) for words in sought.ways]
    assert ways == [["banitis"], ["skola"], ["skola", "saursliezu"]]


def test_the_index_is_asked_for_what_means_the_same_as_well():
    assert len(sought_of("bānītis", SYNONYMS).query().ways) == 2


def test_english_is_sought_as_english():
    sought = sought_of("communities", SYNONYMS, language="en")
    assert "communiti" in sought.words[0].keys
    assert sought.query().language == sought.to_mark.language == "en"
    assert "communiti" in keys_of_words("Community centre", "en").split()
