import pytest

from tests.soak.ledger import Ledger

PAGE = 7


@pytest.fixture
def ledger():
    return Ledger()


def written(ledger, sent_at, acknowledged_at=None, page=PAGE):
    write = ledger.begin(page, sent_at)
    write.acknowledged_at = acknowledged_at
    return write


def test_text_that_lost_to_a_later_acknowledged_write_is_stale(ledger):
    old = written(ledger, 1, 2)
    written(ledger, 3, 4)
    assert ledger.is_stale(PAGE, old.number, asked_at=5)


def test_text_is_not_stale_before_the_later_write_is_acknowledged(ledger):
    old = written(ledger, 1, 2)
    written(ledger, 3, 4)
    written(ledger, 6)
    assert not ledger.is_stale(PAGE, old.number, asked_at=3.5)


def test_writes_that_overlap_may_end_in_either_order(ledger):
    one, other = written(ledger, 1, 4), written(ledger, 2, 3)
    assert not ledger.is_stale(PAGE, one.number, asked_at=5)
    assert not ledger.is_stale(PAGE, other.number, asked_at=5)


def test_a_write_of_unknown_outcome_may_be_shown(ledger):
    written(ledger, 1, 2)
    unknown = written(ledger, 3)
    assert not ledger.is_stale(PAGE, unknown.number, asked_at=5)


def test_a_page_without_its_mark_is_stale_once_a_write_was_acknowledged(ledger):
    assert ledger.stale_marks("<p>Teksts</p>", 5, PAGE) == []
    written(ledger, 1, 2)
    assert ledger.stale_marks("<p>Teksts</p>", 5, PAGE) == [f"page {PAGE} without any mark"]


def test_every_mark_in_a_text_is_judged(ledger):
    old = written(ledger, 1, 2)
    new = written(ledger, 3, 4)
    assert ledger.stale_marks(f"<h1>{new.mark}</h1><p>{old.mark}</p>", 5, PAGE) == [old.mark]


def test_pages_do_not_mix(ledger):
    old = written(ledger, 1, 2)
    written(ledger, 3, 4, page=PAGE + 1)
    assert ledger.stale_marks(old.mark, 5, PAGE) == []


def test_only_acknowledged_writes_can_be_lost(ledger):
    known = written(ledger, 1, 2)
    written(ledger, 3)
    assert ledger.lost(PAGE, set()) == {known.number}
    assert ledger.lost(PAGE, {known.number}) == set()


def test_acknowledged_and_unknown_are_counted(ledger):
    written(ledger, 1, 2)
    written(ledger, 3)
    written(ledger, 4)
    assert ledger.counts() == (1, 2)
