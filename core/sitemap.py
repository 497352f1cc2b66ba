"""The pages that everybody may read, as search engines want them listed (sitemaps.org)."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from django.conf import settings

from core.access import pages_open_to
from core.audience import Audience
from core.meta import Alternate
from core.translation.state import code_of

# The protocol allows 50,000; a part should be quick to make.
PAGES_PER_PART = 5000


@dataclass(frozen=True)
class Entry:
    """One page: its absolute address, its last change, and where it is in every language."""

    url: str
    changed_at: datetime | None
    alternates: list[Alternate]


def number_of_parts(now: datetime) -> int:
    """How many parts the list has; one at least."""
    return max(1, ceil(_pages(now).count() / PAGES_PER_PART))


def entries(now: datetime, part: int) -> Iterator[Entry]:
    """The pages of a part, counted from one; none where the list has ended."""
    start = (part - 1) * PAGES_PER_PART
    chosen = _pages(now).order_by("path")[start : start + PAGES_PER_PART]
    columns = ("url_path", "last_published_at", "translation_key")
    rows = list(chosen.values_list(*columns))
    languages = _languages(now, chosen)
    for address, changed_at, key in rows:
        yield Entry(settings.SITE_URL + address, changed_at, languages[key])


def _languages(now, chosen) -> dict:
    """The addresses of each of the pages in every language, by translation key."""
    keys = chosen.values("translation_key")
    versions = _pages(now).filter(translation_key__in=keys).order_by("locale_id", "pk")
    languages = defaultdict(list)
    for key, locale_id, address in versions.values_list("translation_key", "locale_id", "url_path"):
        languages[key].append(Alternate(code_of(locale_id), settings.SITE_URL + address))
    return languages


def _pages(now):
    return pages_open_to([Audience.EVERYONE], now).filter(depth__gt=1)
