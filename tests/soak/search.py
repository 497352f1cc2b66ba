"""Searching takes hardly longer among a million posts; a rebuild that is killed leaves no hole."""

import json
import random
import signal
import time

from tests.soak.site import Site, finish

# A million posts are written first, in their own words.
FILL_SECONDS = 1500
SMALL_POSTS, POSTS, ENTRIES = 10_000, 1_000_000, 20_000
MOST_TIMES = 3
KILLS = 5
LONGEST_WAIT = 4.0


def run(site: Site, copy_url: str, posts: int):
    """Yield each promise, whether it held, and the figures; the copy is what grows."""
    sizes = [str(size) for size in (SMALL_POSTS, posts, ENTRIES)]
    asked = site.python("-m", "tests.soak.inside", "search", *sizes, DATABASE_URL=copy_url)
    small, large, slowest, hostile = finish(asked, FILL_SECONDS)
    yield (
        f"a search takes at most {MOST_TIMES} times as long with {posts:,} posts and {ENTRIES:,} "
        f"pages more than with {SMALL_POSTS:,}",
        large <= MOST_TIMES * small,
        f"95 of 100 within {large:.0f} and {small:.0f} ms; slowest: {slowest}",
    )
    yield (
        "2,000 hostile searches are answered, none more slowly than twice the usual time",
        not hostile["failed"] and hostile["slowest"] <= 2 * hostile["usual"],
        json.dumps(hostile, ensure_ascii=False),
    )
    yield from _kills(site, copy_url)


def _kills(site: Site, copy_url: str):
    for _ in range(KILLS):
        renewal = site.python("manage.py", "renew_search", DATABASE_URL=copy_url)
        time.sleep(random.uniform(1.0, LONGEST_WAIT))
        renewal.send_signal(signal.SIGKILL)
        renewal.wait()
        faults = site.ask("search_faults", DATABASE_URL=copy_url)
        yield "the index is whole after a rebuild was killed", not faults, ", ".join(faults)
