"""Looking at which pages a server process keeps."""

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.page_cache import PageCacheMiddleware, offer
from core.visit import next_midnight

FRONT = "/lv/"


class Reader(Client):
    """A signed-out reader of one server process, which keeps pages of its own."""

    @property
    def store(self):
        return self.handler._middleware_chain.__wrapped__.store


def is_kept(reader, address=FRONT, **headers):
    """Whether the address is answered with the one query that asks for the stamp."""
    with CaptureQueriesContext(connection) as queries:
        reader.get(address, **headers)
    return len(queries) == 1


def page_of(size, status=200):
    """An answer of this many bytes that is offered for keeping."""
    return offer(HttpResponse(b"x" * size, status=status), until=next_midnight(timezone.now()))


def alone(answer):
    """The middleware before a site that has but this answer."""
    return PageCacheMiddleware(lambda request: answer(request))
