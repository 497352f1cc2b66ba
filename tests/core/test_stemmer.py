"""Forms of a word share a key, words of different meaning do not; nothing typed breaks it."""

import hashlib
import json
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core import stemmer
from core.latvian import fold
from core.stemmer import WORD, WORD_LETTERS, keys_of_word, words_of
from tests.search.stemming import (
    FLOORS,
    HELD,
    kept_together,
    look_alikes,
    paradigms,
    quality,
    words_per_second,
)
from tests.services.supervisor import CHECKOUT

# What other words than those of the same stem may bring together: plats – plašs, zils – zīle.
UNALIKE = 0.02


def share(one: str, other: str) -> bool:
    return not set(keys_of_word(one)).isdisjoint(keys_of_word(other))


def test_words_that_were_never_looked_at_are_found_in_all_their_forms():
    held = [paradigm for paradigm in paradigms() if paradigm.part == HELD]
    assert len(held) >= 300
    found = quality(keys_of_word, held)
    assert found.recall >= FLOORS.recall
    assert found.precision >= FLOORS.precision


def test_nouns_are_found_in_all_their_forms():
    nouns = [one for one in paradigms() if one.kind.startswith("noun") or one.kind == "place"]
    assert quality(keys_of_word, nouns).recall >= 0.995


def test_what_is_typed_without_marks_finds_nearly_as_much():
    held = [paradigm for paradigm in paradigms() if paradigm.part == HELD]
    assert quality(keys_of_word, held, typed=fold).recall >= 0.92
    missed = [form for one in paradigms() for form in one.forms if not share(fold(form), form)]
    assert not missed


def test_words_that_look_alike_stay_apart():
    assert len(look_alikes()) >= 100
    assert len(kept_together(keys_of_word)) <= UNALIKE * len(look_alikes())


def test_stemming_is_quick():
    assert words_per_second(stemmer.keys_anew, seconds=0.2) >= FLOORS.words_per_second


def test_other_keys_are_made_anew_where_the_site_is_installed():
    text = " ".join(key for one in paradigms() for form in one.forms for key in keys_of_word(form))
    # Whoever changes the keys raises the version, and writes both here.
    assert (stemmer.VERSION, hashlib.sha256(text.encode()).hexdigest()[:12]) == (2, "cca673e2504c")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("labs", "vislabākajiem"),
        ("slapjš", "slapjākas"),
        ("sieviete", "sieviesu"),
        ("Bānītis", "banisa"),
        ("ceļvedis", "ceļvežos"),
        ("strādāt", "strādājām"),
        ("lasīt", "lasa"),
        ("pieteikties", "pieteikties"),
        ("piedalīties", "piedalās"),
        ("Līgo", "LĪGO"),
        ("Stradi", "Stradu"),
    ],
)
def test_forms_share_a_key(one, other):
    assert share(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pilsēta", "pils"),
        ("pilsēt", "pils"),
        ("skolot", "skola"),
        ("Stradi", "strādā"),
        ("vecāku", "vecs"),
        ("pienāk", "piens"),
        ("vidus", "vide"),
        ("pēdējās", "pēda"),
        ("meža", "medus"),
        ("pasaka", "paša"),
        ("jānāk", "Jānis"),
        ("iedzīvotāja", "iedzīvot"),
    ],
)
def test_words_of_one_beginning_stay_apart(one, other):
    assert not share(one, other)


def test_words_are_taken_apart_where_they_end():
    assert words_of("Soliņi (pie ezera), „Bānītis”: 2026. gads_!") == [
        "Soliņi",
        "pie",
        "ezera",
        "Bānītis",
        "2026",
        "gads",
    ]
    assert words_of("s\u030ckola, be\u0304rni un a\u0301\u0301\u0301") == [
        "škola",
        "bērni",
        "un",
        "á\u0301\u0301",
    ]


def test_figures_and_other_alphabets_are_left_as_they_are():
    assert keys_of_word("2026") == ("2026",)
    assert keys_of_word("A4s") == ("a4s",)
    assert keys_of_word("Привет") == ("привет",)
    assert keys_of_word("😀") == ()


def test_two_letters_of_a_word_are_left():
    assert keys_of_word("es") == ("es",)
    assert keys_of_word("iem") == ("iem",)
    assert keys_of_word("upe") == ("up",)


@given(st.text(max_size=200))
@example("가")
@example("æķu")
def test_whatever_is_typed_has_few_plain_keys(text):
    for word in [text, *words_of(text)]:
        keys = keys_of_word(word)
        assert len(keys) <= 5
        for key in keys:
            assert 0 < len(key) <= WORD_LETTERS + 1
            assert WORD.findall(key) == [key]
            assert fold(key) == key


@given(st.text(alphabet="aābcčdeēfgģhiījkķlļmnņoprsštuūvzž", min_size=1, max_size=30))
def test_marks_add_keys_of_their_own_and_leave_one_in_common(word):
    assert keys_of_word(fold(word)) == keys_of_word(fold(fold(word)))
    assert share(fold(word), word)


@pytest.mark.parametrize("endless", ["ā", "a\u0301\u0316", "\u0301\u0316", "ij", "a\u0301"])
def test_long_words_take_no_longer(endless):
    began = time.process_time()
    keys_of_word(endless * 1_000_000)
    words_of(endless * 100_000)
    assert time.process_time() - began < 5


def test_names_of_communities_stay_themselves_in_all_their_forms():
    others = [one for one in paradigms() if one.kind != "place"]
    words = {key for one in others for form in one.forms for key in keys_of_word(form)}
    for community in json.loads((CHECKOUT / "demo/data/communities.json").read_text("utf-8")):
        genitive = community["genitive_lv"].split()[0]
        assert share(community["short_name"], genitive)
        assert words.isdisjoint([*keys_of_word(community["short_name"]), *keys_of_word(genitive)])
