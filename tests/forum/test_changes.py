"""What changed between two versions, and which of them everybody may read."""

import time
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from forum.changes import GONE, NEW, SAME, changes, open_versions
from forum.models.posts import TEXT_BYTES

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


def test_words_are_compared_one_by_one():
    found = changes("Viens soliņš pie ezera.", "Divi soliņi pie ezera.")
    assert [words for kind, words in found if kind == GONE] == ["Viens", "soliņš"]
    assert [words for kind, words in found if kind == NEW] == ["Divi", "soliņi"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_both_texts_can_be_read_out_of_the_pieces(before, after):
    found = changes(before, after)
    assert "".join(words for kind, words in found if kind in (SAME, GONE)) == before
    assert "".join(words for kind, words in found if kind in (SAME, NEW)) == after


def test_long_texts_are_compared_quickly():
    for piece in ("a b ", "a\n", "ab", "a . "):
        before = (piece * TEXT_BYTES)[:TEXT_BYTES]
        began = time.process_time()
        changes(before, before[::-1])
        assert time.process_time() - began < 1


def test_lines_that_run_against_each_other_are_compared_quickly():
    lines = [f"{number:x}\n" for number in range(150)]
    before, after = "".join(lines * 64), "".join(lines[::-1] * 64)
    began = time.process_time()
    changes(before, after)
    assert time.process_time() - began < 1


def version(minutes, made_by=None):
    return SimpleNamespace(made_at=NOW + timedelta(minutes=minutes), made_by_id=made_by)


def test_everybody_reads_on_from_what_appeared():
    versions = [version(0), version(5), version(20), version(30)]
    shown_at = NOW + timedelta(minutes=10)
    assert open_versions(versions, shown_at, reads_all=False) == versions[1:]
    assert open_versions(versions, shown_at, reads_all=True) == versions


def test_nobody_reads_what_a_moderator_took_out():
    versions = [version(0), version(20), version(30, made_by=1), version(40)]
    assert open_versions(versions, NOW, reads_all=False) == versions[2:]
