"""What people type becomes words to look for, whatever it is; and what was found is marked."""

from hypothesis import given
from hypothesis import strategies as st

from core.search_query import Query, keys_of, marked, query_of


def test_keys_are_each_once_and_without_small_words():
    assert keys_of("Skola un skolas", "par ceļiem") == "skol cel"
    assert keys_of("") == keys_of("un, bet!") == ""


def test_a_query_asks_for_every_word_and_the_beginning_of_the_last():
    assert query_of("ielu apgaismojums").words == (("iel",), ("apgaismojum", "apgaismojums*"))
    assert query_of("tirza", is_typed=False).words == (("tirz",),)
    assert query_of("A4").words == (("a4",),)


def test_words_that_tell_nothing_are_not_asked_for():
    assert query_of("tilts un ceļš").words == (("tilt",), ("cel", "cels*"))
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
