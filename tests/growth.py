"""Does a page ask the database more when there is more to show? Copies by the dozen, and counts."""

from copy import copy
from datetime import timedelta
from uuid import uuid4

from django.db import connection
from django.db.models import F
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

# What a page may ask at most, uncached (DESIGN.md, "How fast").
MOST_QUERIES = 15


def queries_of(address: str, user=None) -> list[str]:
    """What a page asks the database when it is neither kept nor the first of its process."""
    for _ in range(2):
        # Every browser of the tests has a server of its own, with nothing kept.
        browser = Client()
        if user:
            browser.force_login(user)
        with CaptureQueriesContext(connection) as captured:
            response = browser.get(address)
        assert response.status_code == 200, f"{address} answered {response.status_code}"
    return [query["sql"] for query in captured]


def assert_same_queries(addresses: list[str], grow, user=None):
    """Fail, naming what is asked anew, unless pages ask as often after `grow()` as before."""
    before = {address: queries_of(address, user) for address in addresses}
    grow()
    for address in addresses:
        after = queries_of(address, user)
        anew = "\n".join(sql[:300] for sql in after if sql not in before[address])
        counts = f"{address} asked {len(before[address])} times and now {len(after)} times"
        assert len(after) == len(before[address]), f"{counts}:\n{anew}"


def add_copies(page, count: int):
    """So many more pages like this one beside it, in both languages where it is in both.

    Rows alone, without the work of publishing: no drafts, no search index, no history.
    """
    keys = [uuid4() for _ in range(count)]
    for original in [page, *page.get_translations()]:
        _add_rows(type(page).objects.get(pk=original.pk), keys)


def _add_rows(original, keys):
    above = original.get_parent()
    last = Page._str2int(above.get_last_child().path[-Page.steplen :])
    plain = Page.objects.get(pk=original.pk)
    rows = [_row(plain, above, last + place, key) for place, key in enumerate(keys, start=1)]
    Page.objects.bulk_create(rows)
    for number, row in enumerate(rows, start=1):
        _add_own_columns(original, row, number)
    Page.objects.filter(pk=above.pk).update(numchild=F("numchild") + len(rows))


def _row(plain, above, place: int, key):
    row = copy(plain)
    row._state = copy(plain._state)
    row._state.adding = True
    row.pk = row.id = row.latest_revision = row.live_revision = None
    row.translation_key, row.numchild = key, 0
    row.path = Page._get_path(above.path, row.depth, place)
    row.slug = f"{plain.slug}-{place}"
    row.title = row.draft_title = f"{plain.title} {place}"
    row.url_path = f"{above.url_path}{row.slug}/"
    return row


def _add_own_columns(original, row, number: int):
    # The tables of a page type hang on Page's, which is why Django creates none of them in bulk.
    own = type(original)(page_ptr_id=row.pk)
    for field in type(original)._meta.local_concrete_fields:
        if not field.primary_key:
            setattr(own, field.attname, getattr(original, field.attname))
    if hasattr(own, "date"):
        own.date = original.date - timedelta(days=number)
    own.save_base(raw=True, force_insert=True)
