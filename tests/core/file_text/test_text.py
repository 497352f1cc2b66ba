import time

import pytest

from core.file_text.text import has_words, tidy


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  Līgo \t svētki  ", "Līgo svētki"),
        ("a\r\n\r\n \n b\x0cc\u2028d", "a\nb\nc\nd"),
        ("L\u0069\u0304go", "Līgo"),
        ("a\0b\x1b\u202e\u200bc\ue000\ufeff\U0010ffff", "abc"),
        ("pašval\xad\ndība", "pašvaldība"),
        ("pašval\ufffe\r\ndība", "pašvaldība"),
        ("pašval\x02 \n dība", "pašvaldība"),
        ("paš\xadvaldība", "pašvaldība"),
        ("a\u00a0b\u2003c\x1fd", "a b c d"),
        ("ķēde 😀", "ķēde 😀"),
        ("\n \t", ""),
    ],
)
def test_it_keeps_what_can_be_read(text, kept):
    assert tidy(text) == kept


@pytest.mark.parametrize("text", [" ", "\n", "\xad ", "\x02", " \n", "\xad\n"])
def test_its_time_grows_as_the_text(text):
    began = time.process_time()
    tidy("a" + text * 300_000 + "b")
    assert time.process_time() - began < 2


def test_words_have_letters():
    assert has_words("1. ķ")
    assert not has_words("1 2.\n– 3")
