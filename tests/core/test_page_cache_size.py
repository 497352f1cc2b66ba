import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.test import RequestFactory

from core import page_cache
from core.page_cache import PageStore, keep
from tests.core.keeping import FRONT, Reader, alone, is_kept, page_of


@pytest.fixture
def reader(site):
    """A reader for whom the front page is kept already."""
    reader = Reader()
    reader.get(FRONT)
    return reader


@pytest.mark.parametrize("number", ["x" * 4000, "99999", "-1", "1;2", "%EF%BC%91"])
def test_page_numbers_that_no_page_has_are_not_kept(reader, number):
    reader.get(f"/lv/jaunumi/?page={number}")
    assert len(reader.store) == 1


def test_thousands_of_made_up_addresses_do_not_grow_it(site):
    middleware = alone(lambda request: page_of(5000, 404 if "nekas" in request.path else 200))
    factory = RequestFactory()
    addresses = [FRONT, "/lv/nekas/"]
    for address in addresses:
        middleware(factory.get(address))
    before = (len(middleware.store), middleware.store.size)
    for number in range(5000):
        assert middleware(factory.get(f"/lv/nekas/{number}/")).status_code == 404
        assert middleware(factory.get(f"/lv/?utm_{number}={number}")).status_code == 200
    assert (len(middleware.store), middleware.store.size) == before


def test_there_is_one_plain_404_in_each_language(reader):
    pages = {
        code: [reader.get(f"/{code}/{name}/").content for name in ("nekas", "tukss/nekas")]
        for code in ("lv", "en")
    }
    assert len(reader.store) == 3
    assert pages["lv"][0] == pages["lv"][1] != pages["en"][0] == pages["en"][1]
    assert is_kept(reader, "/en/nekas/")


def test_its_size_is_bounded(db):
    store = PageStore(1_000_000)
    for number in range(100):
        store.put(number, keep(page_of(50_000), 1))
        assert store.size <= 1_000_000
    assert len(store) > 10


def test_a_page_larger_than_all_the_room_is_shown_and_not_kept(reader, settings):
    settings.PAGE_CACHE_BYTES = 100
    other = Reader()
    assert other.get(FRONT).status_code == other.get(FRONT).status_code == 200
    assert len(other.store) == 0


@pytest.fixture
def hasty_threads():
    """Threads take turns so often that they meet in the middle of everything."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def test_many_threads_use_it_at_once(hasty_threads):
    store, page = PageStore(50_000), keep(page_of(1000), 1)

    def work(start):
        for number in range(start, start + 3000):
            store.put(number % 40, page)
            store.get(number % 37, 1, 0)
        return store.size

    with ThreadPoolExecutor(8) as pool:
        assert all(size <= 50_000 for size in pool.map(work, range(8)))
    assert store.size == len(store) * page.size


def test_the_absent_addresses_take_a_fixed_room():
    store = PageStore(1000)
    for number in range(3 * page_cache.ABSENT_SLOTS):
        store.mark_absent((f"/lv/{number}/", ""), 1)
    assert len(store._absent) == page_cache.ABSENT_SLOTS
    assert store.is_absent((f"/lv/{number}/", ""), 1)
    assert not store.is_absent((f"/lv/{number}/", ""), 2)
