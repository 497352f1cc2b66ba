"""Counting what is searched for, and forgetting it in time."""

from datetime import datetime, timedelta

from django.db import OperationalError
from django.utils.timezone import localdate

from core.entries.actions import keep_missing
from home.search.models import SearchedWords
from home.search.telling import tellable

KEPT_DAYS = 180
# What hardly anybody else looks for may be of one person.
RARE_DAYS, RARE_TIMES = 30, 3
MOST_PAGES = 200


def count_search(*, typed: str, language: str, is_found: bool, now: datetime):
    """Count a search, if its words may be told; rather not at all than late."""
    if not (words := tellable(typed)):
        return
    try:
        SearchedWords.objects.add(
            day=localdate(now), language=language, words=words, is_found=is_found
        )
    except OperationalError:
        # Somebody writes for long, and whoever searches does not wait for a statistic.
        return


def forget_searches(*, now: datetime):
    """Forget what was searched for long ago, and sooner what was searched for by few."""
    today = localdate(now)
    SearchedWords.objects.filter(day__lt=today - timedelta(KEPT_DAYS)).delete()
    rare = SearchedWords.objects.filter(day__lt=today - timedelta(RARE_DAYS))
    rare.filter(times__lt=RARE_TIMES).delete()


def keep_index(now: datetime):
    """Let pages be found that came onto the site by another way than through a form."""
    keep_missing(most=MOST_PAGES)


def forget_old(now: datetime):
    """Forget searches that have been kept long enough."""
    forget_searches(now=now)
