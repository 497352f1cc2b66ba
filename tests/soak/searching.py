"""Filling a site with talk and pages to be found, and measuring how long a search takes in it."""

import random
import time
from itertools import islice
from statistics import median, quantiles
from urllib.parse import urlencode

from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Page

from communities.models import ArticlePage
from core.entries.keys import keys_of_entry, keys_of_words
from core.models import SearchEntry
from core.search_query import keys_of
from core.stemmer import words_of
from forum.models import ForumPage, Post, Topic
from tests.forum import making
from tests.growth import add_copies
from tests.search.hostile import queries as hostile_queries

SECTION = "Meklēšanas mērījums"
ROWS_AT_ONCE = 5000
WORDS_IN_POST, POSTS_IN_TOPIC = 25, 20
QUERIES, ROUNDS = 60, 3
HOSTILE = 2000
CHANCE = random.Random(7)


def compare(small: int, posts: int, entries: int) -> tuple[float, float, str, dict]:
    """The 95th percentile of a search's time in ms among few and many; the slowest; the hostile."""
    words = _vocabulary()
    queries = _queries(words)
    talk = _posts(words)
    _write(talk, small)
    few, _slowest = _p95(queries)
    _write(talk, posts - small)
    _write_entries(words, entries)
    many, slowest = _p95(queries)
    return few, many, slowest, _hostile(queries)


def faults() -> list[str]:
    """What is wrong with the index of the pages."""
    found = []
    pages = Page.objects.live().filter(depth__gt=1)
    if missing := pages.filter(search_entry=None).count():
        found.append(f"{missing} pages are not in it")
    if SearchEntry.objects.filter(search_keys="").exists():
        found.append("an entry has no words")
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO core_searchentry_keys (core_searchentry_keys, rank)"
                " VALUES ('integrity-check', 1)"
            )
    return found


def _vocabulary() -> list[str]:
    texts = SearchEntry.objects.order_by("pk").values_list("text", flat=True)
    return [word for text in texts for word in words_of(text) if len(word) > 3]


def _queries(words: list[str]) -> list[str]:
    """One to three words each, as often as they are on the pages, some of them typed wrongly."""
    found = []
    for number in range(QUERIES):
        chosen = CHANCE.sample(words, 1 + number % 3)
        if number % 10 == 9:
            chosen[0] = chosen[0][:2] + chosen[0][3:]
        found.append(" ".join(chosen))
    return found


def _posts(words: list[str]):
    """Posts without end, twenty in each topic; rows that are not yet stored."""
    section = making.section(ForumPage.objects.get(locale__language_code="lv"), SECTION)
    author, now = making._somebody(), timezone.now()
    while True:
        title = " ".join(CHANCE.sample(words, 4))
        topic = Topic.objects.create(
            place_key=section.translation_key,
            title=title,
            author=author,
            state=Topic.State.SHOWN,
            last_number=POSTS_IN_TOPIC,
            post_count=POSTS_IN_TOPIC,
            last_post_at=now,
            created_at=now,
            search_keys=keys_of(title),
        )
        for number in range(1, POSTS_IN_TOPIC + 1):
            text = " ".join(CHANCE.sample(words, WORDS_IN_POST))
            yield Post(
                topic=topic,
                number=number,
                author=author,
                text=text,
                html=f"<p>{text}</p>\n",
                state=Post.State.SHOWN,
                search_keys=keys_of(title, text) if number == 1 else keys_of(text),
                created_at=now,
                shown_at=now,
            )


def _write(posts, count: int):
    while count > 0 and (rows := list(islice(posts, min(count, ROWS_AT_ONCE)))):
        Post.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE)
        count -= len(rows)
    _analyze()


def _write_entries(words: list[str], count: int):
    """So many more pages, each with words of its own to be found by."""
    article = ArticlePage.objects.filter(locale__language_code="lv").order_by("pk").first()
    add_copies(article, count // 2)
    day = timezone.localdate()
    missing = Page.objects.live().filter(depth__gt=1, search_entry=None).order_by("pk")
    rows = []
    for pk in list(missing.values_list("pk", flat=True)):
        title, summary, text = (" ".join(CHANCE.sample(words, size)) for size in (5, 15, 150))
        titled, summed = keys_of_words(title), keys_of_words(summary)
        rows.append(
            SearchEntry(
                page_id=pk,
                kind="news",
                day=day,
                title=title,
                summary=summary,
                text=text,
                title_keys=titled,
                summary_keys=summed,
                search_keys=keys_of_entry(titled, summed, keys_of_words(text)),
            )
        )
    SearchEntry.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE)
    _analyze()


def _analyze():
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _p95(queries: list[str]) -> tuple[float, str]:
    times = {query: min(_time(query) for _ in range(ROUNDS)) for query in queries}
    slowest = max(times, key=times.get)
    return quantiles(times.values(), n=20)[-1], f"{slowest} ({times[slowest]:.0f} ms)"


def _hostile(queries: list[str]) -> dict:
    usual = median(_time(query) for query in queries)
    failed, slowest, which = [], 0.0, ""
    for typed in hostile_queries(HOSTILE):
        try:
            took = _time(typed)
        except Exception as fault:
            failed.append(f"{typed[:40]!r}: {fault}")
            continue
        if took > 2 * usual:
            # A machine that does something else for a moment is nobody's hostility.
            took = min(took, *(_time(typed) for _ in range(ROUNDS)))
        slowest, which = max((slowest, which), (took, typed[:40]))
    return {"usual": usual, "slowest": slowest, "which": which, "failed": failed[:5]}


def _time(typed: str) -> float:
    with override("lv"):
        address = f"{reverse('search')}?{urlencode({'q': typed.encode('utf-8', 'surrogatepass')})}"
    browser = Client(HTTP_HOST="localhost")
    begin = time.perf_counter()
    answer = browser.get(address)
    took = (time.perf_counter() - begin) * 1000
    if answer.status_code != 200:
        raise RuntimeError(f"{typed[:40]!r} answered {answer.status_code}")
    return took
