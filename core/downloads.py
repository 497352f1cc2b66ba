"""The fetching of documents, for whoever counts it: how often, and never by whom."""

import re
from collections.abc import Callable

# Programs fetch what nobody has asked for, and say what they are; people send a browser's name.
ROBOTS = re.compile(
    r"bot\b|bot[/;_ -]|crawl|spider|slurp|preview|scan|monitor|check|fetch|archiv"
    r"|facebookexternalhit|curl|wget|python|java/|go-http|libwww|okhttp|headless|lighthouse",
    re.IGNORECASE,
)
# A player or a manager of downloads asks for the first part once, and then for all others.
FIRST_PART = re.compile(r"bytes=0-\d*", re.ASCII)

_counters: list[Callable] = []


def register(count: Callable):
    """Have `count(document_ids, now)` called for what people fetch."""
    if count not in _counters:
        _counters.append(count)


def is_download(request) -> bool:
    """Whether a person fetches the thing anew: no robot, no look ahead, no further part of it."""
    headers = request.headers
    agent = headers.get("User-Agent", "")
    if request.method != "GET" or not agent or ROBOTS.search(agent):
        return False
    purpose = headers.get("Sec-Purpose", "") + headers.get("Purpose", "") + headers.get("X-Moz", "")
    if "prefetch" in purpose or "If-None-Match" in headers or "If-Modified-Since" in headers:
        return False
    part = headers.get("Range", "")
    return not part or bool(FIRST_PART.fullmatch(part))


def tell(request, document_ids: list[int], now):
    """Tell those who count, if it is a person who fetches these documents."""
    if document_ids and is_download(request):
        for count in _counters:
            count(document_ids, now)
