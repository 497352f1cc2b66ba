"""One reading of the site: when, by whom, and the facts that all its pages share meanwhile.

What many pages show alike (the menu, the list of communities) is asked of the database once for
each state of the site and each circle of readers; what many lists show alike (the card of a piece
of news) is written once. A state lasts from one change to the next (`core.stamp`), and at most
until the moment at which pages change by themselves.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from datetime import time as wall_time
from functools import wraps
from threading import Lock

from cachetools import LRUCache
from django.db import connection
from django.db.models import Min
from django.utils import timezone
from wagtail.models import Page

from core import stamp
from core.audience import Audience

# Some two kilobytes each.
PIECES_KEPT = 2000


@dataclass(frozen=True)
class SiteState:
    """The site between two changes: its stamp, when it ends by itself, and what is known of it."""

    stamp: int
    ends_at: datetime
    facts: dict = field(default_factory=dict, compare=False, repr=False)
    pieces: LRUCache = field(
        default_factory=lambda: LRUCache(PIECES_KEPT), compare=False, repr=False
    )


@dataclass(frozen=True)
class Visit:
    """One reading of the site."""

    now: datetime
    circles: tuple[str, ...]
    state: SiteState


_latest: SiteState | None = None
_pieces_lock = Lock()


def visit_of(request) -> Visit:
    """The visit that the request is, begun when it is first asked for."""
    visit = getattr(request, "visit", None)
    if visit is None:
        now = timezone.now()
        circles = tuple(Audience.open_to(getattr(request, "user", None)))
        visit = Visit(now, circles, _state(getattr(request, "page_stamp", None), now))
        request.visit = visit
    return visit


def shared_fact(ask: Callable) -> Callable:
    """Ask once for each state of the site, circle of readers and arguments.

    The function takes the visit and hashable arguments of which there are few, and returns a value
    that nobody changes.
    """

    @wraps(ask)
    def answer(visit: Visit, *arguments):
        facts, key = visit.state.facts, (ask, visit.circles, *arguments)
        if key not in facts:
            facts[key] = ask(visit, *arguments)
        return facts[key]

    return answer


def shared_pieces(write: Callable) -> Callable:
    """Write each of many small things once for each state of the site, circle and arguments.

    The function takes the visit, keys and hashable arguments, and returns a dict by key of what
    there is; it is asked for those that are not yet written. What nobody asked for lately goes
    first, so there may be any number.
    """

    @wraps(write)
    def answer(visit: Visit, keys: list, *arguments) -> list:
        pieces, names = (
            visit.state.pieces,
            {key: (write, visit.circles, key, *arguments) for key in keys},
        )
        with _pieces_lock:
            found = {key: pieces[name] for key, name in names.items() if name in pieces}
        missing = [key for key in keys if key not in found]
        if missing:
            written = write(visit, missing, *arguments)
            with _pieces_lock:
                pieces.update({names[key]: piece for key, piece in written.items()})
            found |= written
        return [found[key] for key in keys if key in found]

    return answer


def forget():
    """Forget the state of the site, as when its database has been replaced by another."""
    global _latest
    _latest = None


def next_midnight(now: datetime) -> datetime:
    """The coming midnight of the site's own time zone, when every page may change."""
    tomorrow = timezone.localdate(now) + timedelta(days=1)
    return timezone.make_aware(datetime.combine(tomorrow, wall_time.min))


def next_expiry(now: datetime) -> datetime | None:
    """The next moment at which a page leaves the site by itself, and every list that shows it."""
    pages = Page.objects.filter(live=True, expire_at__gt=now)
    return pages.aggregate(moment=Min("expire_at"))["moment"]


def _state(page_stamp: int | None, now: datetime) -> SiteState:
    global _latest
    page_stamp = stamp.current() if page_stamp is None else page_stamp
    if connection.in_atomic_block:
        # What a transaction sees may never come true, so nobody else may learn of it.
        return _begin(page_stamp, now)
    state = _latest
    if state is None or state.stamp != page_stamp or state.ends_at <= now:
        state = _latest = _begin(page_stamp, now)
    return state


def _begin(page_stamp: int, now: datetime) -> SiteState:
    moments = [moment for moment in (next_midnight(now), next_expiry(now)) if moment]
    return SiteState(page_stamp, min(moments))
