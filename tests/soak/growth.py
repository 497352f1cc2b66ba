"""Making a site large in seconds, and counting what its pages then ask of the database."""

import time
from copy import copy
from uuid import uuid4

from django.db import connection
from django.db.models import F
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from communities.models import ArticlePage, CommunityPage, NewsIndexPage
from core import stamp

SMALL = {"communities": 14, "news": 10}
LARGE = {"communities": 140, "news": 1000}
TRIES = 9


def compare() -> dict:
    """For each page: queries and milliseconds while small, queries and milliseconds when large."""
    _leave_news(SMALL["news"])
    _check(SMALL)
    addresses = _addresses()
    small = {name: _measure(path) for name, path in addresses.items()}
    _grow()
    _check(LARGE)
    large = {name: _measure(path) for name, path in addresses.items()}
    return {name: [*small[name], *large[name]] for name in addresses}


def _latvian(model):
    return model.objects.filter(locale__language_code="lv").order_by("pk")


def _leave_news(count: int):
    for page in list(_latvian(ArticlePage))[count:]:
        # Deleting one page changes the rows of others.
        ArticlePage.objects.get(pk=page.pk).delete()


def _check(sizes: dict[str, int]):
    found = {
        "communities": _latvian(CommunityPage).count(),
        "news": _latvian(ArticlePage).count(),
    }
    if found != sizes:
        raise RuntimeError(f"The site should have had {sizes} and has {found}.")


def _addresses() -> dict[str, str]:
    community = _latvian(CommunityPage).first()
    pages = {
        "front": community.get_parent().get_parent(),
        "index": community.get_parent(),
        "community": community,
        "news": _latvian(NewsIndexPage).get(),
        "article": _latvian(ArticlePage).first(),
    }
    found = {}
    for name, page in pages.items():
        found[name] = page.get_url()
        found[f"{name} in English"] = page.get_translations().get().get_url()
    return found


def _measure(path: str) -> tuple[int, float]:
    """Queries of the page uncached, and the milliseconds of the quickest try."""
    client = Client(HTTP_HOST="localhost")
    times = []
    for _ in range(TRIES):
        stamp.bump()
        with CaptureQueriesContext(connection) as queries:
            start = time.perf_counter()
            answer = client.get(path)
            times.append((time.perf_counter() - start) * 1000)
        if answer.status_code != 200:
            raise RuntimeError(f"{path} answered {answer.status_code}.")
    return len(queries), round(min(times), 1)


def _grow():
    community = _latvian(CommunityPage).first()
    article = _latvian(ArticlePage).first()
    _add_copies(community, community.get_parent(), LARGE["communities"] - SMALL["communities"])
    half = (LARGE["news"] - SMALL["news"]) // 2
    _add_copies(article, community, half)
    _add_copies(article, _latvian(NewsIndexPage).get(), half)


def _add_copies(page, parent, count: int):
    """So many copies of the page below the parent, each with its translation."""
    keys = [uuid4() for _ in range(count)]
    _add_rows(page, parent, keys)
    _add_rows(page.get_translations().get(), parent.get_translations().get(), keys)


def _add_rows(page, parent, keys):
    above = Page.objects.get(pk=parent.pk)
    last = above.get_last_child()
    first = Page._str2int(last.path[-Page.steplen :]) + 1 if last else 1
    original = Page.objects.get(pk=page.pk)
    rows = []
    for index, key in enumerate(keys):
        row = copy(original)
        row.pk = row.id = row.latest_revision_id = row.live_revision_id = None
        row._state = copy(original._state)
        row._state.adding = True
        row.translation_key, row.numchild, row.depth = key, 0, above.depth + 1
        row.path = Page._get_path(above.path, row.depth, first + index)
        row.slug = f"{original.slug}-{key.hex[:12]}"
        row.title = row.draft_title = f"{original.title} {first + index}"
        row.url_path = f"{above.url_path}{row.slug}/"
        rows.append(row)
    Page.objects.bulk_create(rows)
    _add_own_columns(page, [row.pk for row in rows])
    Page.objects.filter(pk=above.pk).update(numchild=F("numchild") + len(rows))


def _add_own_columns(page, numbers):
    """The rows of the page's own table, which Django's bulk creation cannot make."""
    meta = type(page)._meta
    quote = connection.ops.quote_name
    names = [field.column for field in meta.local_concrete_fields if not field.primary_key]
    columns = ", ".join(map(quote, names))
    table, key = quote(meta.db_table), quote(meta.pk.column)
    insert = (
        f"INSERT INTO {table} ({key}, {columns}) "  # noqa: S608
        f"SELECT %s, {columns} FROM {table} WHERE {key} = %s"
    )
    with connection.cursor() as cursor:
        cursor.executemany(insert, [(number, page.pk) for number in numbers])
