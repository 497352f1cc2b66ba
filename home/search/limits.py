"""How often one network address may search; each process counts the work that it does itself."""

from datetime import datetime
from threading import Lock

from cachetools import LRUCache

# In a minute. A library or a school has one address for all; suggestions come while one types.
SEARCHES, SUGGESTIONS = 90, 300
ADDRESSES = 10_000

_counted: LRUCache = LRUCache(ADDRESSES)
_lock = Lock()


def take(name: str, address: str, *, most: int, now: datetime) -> bool:
    """Count one more under the name in this minute; False when there were so many already."""
    key = (name, address, int(now.timestamp() // 60))
    with _lock:
        count = _counted.get(key, 0)
        if count < most:
            _counted[key] = count + 1
        return count < most


def forget():
    """Begin to count anew."""
    with _lock:
        _counted.clear()
