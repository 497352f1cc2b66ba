"""Whole public pages, kept in local memory and answered before anything is rendered.

A kept page belongs to one stamp (`core.stamp`) and ends at the moment at which it would change by
itself. Only answers that were offered with `offer` are ever kept, and never for a person.
"""

import gzip
import hashlib
import re
import time
from array import array
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from urllib.parse import urlencode

from cachetools import LRUCache
from django.conf import settings
from django.db import DatabaseError, InterfaceError
from django.http import HttpResponse, HttpResponseNotModified

from core import stamp

LANGUAGE_PREFIXES = tuple(f"/{code}/" for code, _name in settings.LANGUAGES)
ABSENT_SLOTS = 8192
ENTRY_OVERHEAD = 2048
REVALIDATED_HEADERS = ("Cache-Control", "Vary", "Content-Language", "Last-Modified")
# A weight of nought says that the encoding is not acceptable (RFC 9110, section 12.4.2).
ACCEPTS_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))", re.IGNORECASE)


def offer(response, *, until: datetime):
    """Offer the answer for keeping until it would change by itself; return it."""
    response.keep_until = until.timestamp()
    return response


@dataclass(frozen=True)
class KeptPage:
    """One answer, ready to be sent."""

    stamp: int
    until: float
    status: int
    headers: dict[str, str]
    body: bytes
    compressed: bytes
    etag: str

    @property
    def size(self) -> int:
        return len(self.body) + len(self.compressed) + ENTRY_OVERHEAD

    def answer(self, request) -> HttpResponse:
        """The answer to this request: compressed, empty or 304 as it asks."""
        is_gzip = bool(ACCEPTS_GZIP.search(request.META.get("HTTP_ACCEPT_ENCODING", "")))
        etag = f'"{self.etag}-gz"' if is_gzip else f'"{self.etag}"'
        if self.status == 200 and self._is_known(request, etag):
            response = HttpResponseNotModified()
            for name in REVALIDATED_HEADERS:
                if name in self.headers:
                    response.headers[name] = self.headers[name]
        else:
            body = self.compressed if is_gzip else self.body
            is_head = request.method == "HEAD"
            response = HttpResponse(b"" if is_head else body, status=self.status)
            for name, value in self.headers.items():
                response.headers[name] = value
            if is_gzip:
                response.headers["Content-Encoding"] = "gzip"
            response.headers["Content-Length"] = str(len(body))
        response.headers["ETag"] = etag
        return response

    def _is_known(self, request, etag: str) -> bool:
        """Whether whoever asks has this very answer already."""
        tags = request.META.get("HTTP_IF_NONE_MATCH")
        if tags is not None:
            return etag in tags
        since = request.META.get("HTTP_IF_MODIFIED_SINCE")
        return since is not None and since == self.headers.get("Last-Modified")


def keep(response, page_stamp: int) -> KeptPage:
    """Make a rendered answer into one that can be kept."""
    body = response.content
    headers = {name: value for name, value in response.items() if name != "Content-Length"}
    headers.setdefault("Cache-Control", "no-cache")
    headers["Vary"] = "Accept-Encoding, Cookie"
    return KeptPage(
        stamp=page_stamp,
        until=response.keep_until,
        status=response.status_code,
        headers=headers,
        body=body,
        compressed=gzip.compress(body, compresslevel=6, mtime=0),
        etag=hashlib.blake2b(body, digest_size=12).hexdigest(),
    )


class PageStore:
    """Kept pages within a number of bytes, and a table of fixed size of absent addresses."""

    def __init__(self, max_bytes: int):
        self._pages = LRUCache(maxsize=max_bytes, getsizeof=lambda page: page.size)
        self._absent = array("Q", bytes(8 * ABSENT_SLOTS))
        self._lock = Lock()

    def __len__(self):
        return len(self._pages)

    @property
    def size(self) -> int:
        return int(self._pages.currsize)

    def get(self, key, page_stamp: int | None, now: float) -> KeptPage | None:
        """The page kept under the key, if it is of this stamp (any stamp for None) and not over."""
        with self._lock:
            page = self._pages.get(key)
        if page is None or page.until <= now or page_stamp not in (None, page.stamp):
            return None
        return page

    def put(self, key, page: KeptPage):
        """Keep the page, unless it alone is larger than all the room there is."""
        with self._lock:
            if page.size <= self._pages.maxsize:
                self._pages[key] = page

    def mark_absent(self, key, page_stamp: int):
        """Remember that nothing is at the address, in a slot that another address may take."""
        mark = self._mark(key, page_stamp)
        self._absent[mark % ABSENT_SLOTS] = mark

    def is_absent(self, key, page_stamp: int) -> bool:
        """Whether the address is remembered as absent under this stamp."""
        mark = self._mark(key, page_stamp)
        return self._absent[mark % ABSENT_SLOTS] == mark

    @staticmethod
    def _mark(key, page_stamp: int) -> int:
        return (hash((key, page_stamp)) & 0xFFFFFFFFFFFFFFFF) or 1


class PageCacheMiddleware:
    """Answers kept pages; stands before every other middleware."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.store = PageStore(settings.PAGE_CACHE_BYTES)

    def __call__(self, request):
        if not is_keepable(request):
            return self.get_response(request)
        key = key_of(request)
        if key is None:
            return self.get_response(request)
        now = time.time()
        try:
            page_stamp = stamp.current()
        except (DatabaseError, InterfaceError):
            # Without a database an older page is better than none.
            kept = self.store.get(key, None, now)
            return kept.answer(request) if kept else self.get_response(request)
        kept = self._find(key, page_stamp, now)
        return kept.answer(request) if kept else self._render(request, key, page_stamp)

    def _find(self, key, page_stamp, now):
        kept = self.store.get(key, page_stamp, now)
        if kept is None and self.store.is_absent(key, page_stamp):
            kept = self.store.get(absent_key(key), page_stamp, now)
        return kept

    def _render(self, request, key, page_stamp):
        request.page_stamp = page_stamp
        response = self.get_response(request)
        if getattr(response, "keep_until", None) is None or response.cookies:
            return response
        if response.status_code == 404:
            self.store.mark_absent(key, page_stamp)
            key = absent_key(key)
        elif response.status_code != 200:
            return response
        kept = keep(response, page_stamp)
        self.store.put(key, kept)
        return kept.answer(request)


def is_keepable(request) -> bool:
    """Whether the request is of nobody in particular and for a public page."""
    return (
        request.method in ("GET", "HEAD")
        and request.path_info.startswith(LANGUAGE_PREFIXES)
        and settings.SESSION_COOKIE_NAME not in request.META.get("HTTP_COOKIE", "")
        and not getattr(request, "is_dummy", False)
        and "HTTP_AUTHORIZATION" not in request.META
        and (not settings.SECURE_SSL_REDIRECT or request.is_secure())
        and bool(request.get_host())
    )


def key_of(request) -> tuple[str, str] | None:
    """The address with the parameters that pages listen to; None when one has an odd value.

    So has one that is there several times.
    """
    if not request.META.get("QUERY_STRING"):
        return request.path_info, ""
    listened = []
    for name, pattern in settings.PAGE_CACHE_PARAMETERS.items():
        if name in request.GET:
            values = request.GET.getlist(name)
            if len(values) > 1 or not re.fullmatch(pattern, values[0], re.ASCII):
                return None
            listened.append((name, request.GET[name]))
    return request.path_info, urlencode(listened)


def absent_key(key: tuple[str, str]) -> tuple[str, str]:
    """Where the one plain 404 of the address's language is kept."""
    return key[0][:4], "404"
