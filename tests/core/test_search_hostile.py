"""Whatever is typed is a question that can be asked, and takes no longer for being strange."""

import time

import pytest

from core import search_index
from core.search_query import ENGLISH, LATVIAN, LETTERS, WORDS, keys_of, marked, query_of
from core.search_spelling import variants
from core.stemmer import WORD, WORD_LETTERS
from forum.models import Topic
from tests.search.hostile import WHOLE, queries

ALL = queries()
TEXT = "Iedzīvotāju padome 2026. gadā satiekas Gulbenes kultūras centrā. " * 3


def build(site):
    """The index stands on the site's own tables; nothing has to be in them."""


@pytest.mark.parametrize("language", [LATVIAN, ENGLISH])
def test_whatever_is_typed_becomes_a_few_plain_words(language):
    assert len(ALL) >= 2000
    for typed in ALL:
        query = query_of(typed, language=language)
        assert len(query.words) <= WORDS
        for key in (key for keys in query.words for key in keys):
            bare = key.removesuffix("*")
            assert WORD.findall(bare) == [bare]
            bare.encode()
            assert len(variants(bare)) <= LETTERS + 1
        assert query == query_of(typed[:LETTERS], language=language)


@pytest.mark.parametrize("language", [LATVIAN, ENGLISH])
def test_whatever_is_typed_may_be_a_text_as_well(language):
    for typed in ALL:
        keys = keys_of(typed, language=language)
        keys.encode()
        assert all(len(key) <= WORD_LETTERS + 1 for key in keys.split())
        for text in (typed, TEXT):
            parts = marked(text, query_of(typed, language=language), letters=80)
            joined = "".join(words for words, _found in parts)
            assert joined.removeprefix("… ").removesuffix(" …") in text


def test_no_question_takes_much_longer_than_plain_ones():
    plain = median([lasting(lambda: query_of("iedzīvotāju padome", language=ENGLISH))] * 20)
    slowest = max(min(lasting(lambda one=one: query_of(one)) for _ in range(3)) for one in ALL)
    # Two hundred strange characters are a few dozen words, of which none is kept from before.
    assert slowest < max(100 * plain, 0.02)


@pytest.mark.parametrize("one", WHOLE[3:], ids=lambda one: repr(one)[:12])
def test_time_grows_no_faster_than_the_text(one):
    query = query_of("skola tilts aj a")
    short, long = text_of(one, 5_000), text_of(one, 100_000)
    for work in (keys_of, lambda text: marked(text, query)):
        took, most = (
            min(lasting(lambda text=text, work=work: work(text)) for _ in range(3))
            for text in (short, long)
        )
        # Twenty times; what is square would take four hundred.
        assert most < 100 * took + 0.05


def test_every_database_answers_whatever_is_typed(site):
    for typed in ALL[::4] + WHOLE:
        for query in (query_of(typed), query_of(typed, language=ENGLISH).with_least(1)):
            assert search_index.matching(Topic.objects.all(), query).count() >= 0


def text_of(one: str, letters: int) -> str:
    return (one * (letters // len(one) + 1))[:letters]


def lasting(work) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]
