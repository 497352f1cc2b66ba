"""What people type becomes words to look for, whatever it is; and what was found is marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.search_query import ENGLISH, Query, keys_of, marked, query_of


def test_keys_are_each_once_and_without_small_words():
    assert keys_of("Skola un skolas", "par ceļiem") == "skol cel"
    assert keys_of("") == keys_of("un, bet!") == ""


def test_a_query_asks_for_every_word_and_the_beginning_of_the_last():
    words = (("iel", "ielu"), ("apgaismojum", "apgaismojums*"))
    assert query_of("ielu apgaismojums").words == words
    assert query_of("tirzas", is_typed=False).words == (("tirz", "tirzas"),)
    assert query_of("A4").words == (("a4",),)


def test_words_that_tell_nothing_are_not_asked_for():
    assert query_of("tiltiņš un apgaismojums").words == (
        ("tiltin",),
        ("apgaismojum", "apgaismojums*"),
    )
    assert not query_of("un par")
    assert not query_of('"" 😀 \0 ( ) *')


def test_a_query_has_an_end():
    assert len(query_of("vārds " * 20).words) == 1
    assert len(query_of("vārds " * 2000).words) == 2
    many = query_of(" ".join(f"v{number}" for number in range(2000)))
    assert len(many.words) == 12
    assert not any(key.endswith("*") for key in many.words[-1])


def test_fewer_words_may_be_enough():
    query = Query((("a",), ("b",), ("c",)))
    assert query.ways == [(("a",), ("b",), ("c",))]
    assert query.with_least(2).ways == [
        (("a",), ("b",)),
        (("a",), ("c",)),
        (("b",), ("c",)),
    ]


def test_found_words_are_marked_in_all_their_forms():
    parts = marked("Tirzas ielā nav gaismas.", query_of("tirza iela"))
    assert parts == [("Tirzas", True), (" ", False), ("ielā", True), (" nav gaismas.", False)]
    assert ("apgaismojumam", True) in marked("Par apgaismojumam.", query_of("apgais"))


def test_a_long_text_is_cut_around_the_first_word_found():
    text = f"{'lauks ' * 200}dzirnavas {'pļava ' * 200}"
    parts = marked(text, query_of("dzirnavas"))
    assert ("dzirnavas", True) in parts
    assert parts[0] == ("… ", False) and parts[-1] == (" …", False)
    assert len("".join(words for words, _found in parts)) < 250


def test_a_text_without_the_word_is_shown_from_its_beginning():
    assert marked("Īss teksts.", query_of("citur")) == [("Īss teksts.", False)]
    assert marked("", query_of("citur")) == []


@given(st.text(max_size=400), st.text(max_size=400))
def test_marking_loses_and_adds_nothing(text, typed):
    parts = marked(text, query_of(typed), letters=80)
    joined = "".join(words for words, _found in parts)
    assert joined.removeprefix("… ").removesuffix(" …") in text
    assert all(words for words, _found in parts)


def test_english_is_searched_as_english():
    text = keys_of("Grants for communities in Tirza and Gulbene", language=ENGLISH).split()
    assert {"grant", "communiti", "tirz", "gulben"} <= set(text)
    assert "for" not in text
    for typed in ("community grant", "granted communities", "tirza", "Tirzas", "GULBENĒ"):
        assert finds(query_of(typed, is_typed=False, language=ENGLISH), text)
    # By Latvian endings „dates” would be „data”.
    dates = keys_of("The dates", language=ENGLISH).split()
    assert finds(query_of("date", is_typed=False, language=ENGLISH), dates)
    assert not finds(query_of("data", is_typed=False, language=ENGLISH), dates)


def test_whoever_asks_in_english_finds_names_in_latvian():
    assert finds(query_of("skolas Tirza", language=ENGLISH), keys_of("Skola Tirzā").split())
    parts = marked("New communities in Tirzas street", query_of("community", language=ENGLISH))
    assert ("communities", True) in parts


@pytest.mark.parametrize("abbreviation", ["VARAM", "NVO", "SATEKA", "ES"])
def test_an_abbreviation_has_no_endings(abbreviation):
    text = keys_of(f"Sarunas ar {abbreviation} par nākotni").split()
    assert abbreviation.lower() in text
    for typed in (abbreviation, abbreviation.lower()):
        assert finds(query_of(typed, is_typed=False), text)
    assert not finds(query_of("spēka vara", is_typed=False).with_least(1), text)


def test_an_abbreviation_may_look_like_a_small_word():
    assert "it" in keys_of("Kursi par IT drošību").split()
    assert query_of("IT drošība", is_typed=False).words[0] == ("it",)


def test_what_is_all_in_capitals_is_no_abbreviation():
    assert finds(query_of("SKOLAS UN EZERS", is_typed=False), keys_of("Skolā pie ezera").split())
    assert finds(query_of("skolas", is_typed=False), keys_of("SKOLA PIE EZERA").split())


def finds(query: Query, keys: list[str]) -> bool:
    """Whether a text with these keys holds what is asked for."""
    return any(all(any(holds(key, keys) for key in word) for word in way) for way in query.ways)


def holds(key: str, keys: list[str]) -> bool:
    return any(one.startswith(key[:-1]) for one in keys) if key[-1] == "*" else key in keys
