"""Whether pages take comments, by their own word and by the hub's."""

from datetime import UTC, date, datetime

import pytest
from wagtail.models import Site

from core.models.pages import Comments
from forum.comments import shows_comments, stored_settings, takes_comments
from forum.models import ForumSettings
from tests import world

LAST_DAY = date(2026, 11, 3)


def settings_of(**fields) -> ForumSettings:
    return ForumSettings(**fields)


@pytest.fixture
def article(site):
    return world.article(site.news, "Talka")


def test_what_is_usual_counts_while_nobody_has_set_anything(site):
    assert stored_settings().comments_open
    assert not ForumSettings.objects.exists()


def test_what_editors_set_counts_then(site):
    settings = ForumSettings.for_site(Site.objects.get(is_default_site=True))
    settings.comments_open = False
    settings.save()
    assert not stored_settings().comments_open


def test_looking_at_a_page_changes_nothing(client, article):
    assert client.get(article.url).status_code == 200
    assert not ForumSettings.objects.exists()


@pytest.mark.parametrize(
    ("own", "usual", "is_shown"),
    [
        ("", True, True),
        ("", False, False),
        (Comments.OPEN, False, True),
        (Comments.SHUT, True, False),
    ],
)
def test_a_page_says_it_or_else_the_hub(article, own, usual, is_shown):
    article.comments = own
    assert shows_comments(article, settings_of(comments_open=usual)) is is_shown


def test_a_page_of_text_takes_none_unless_it_says_so(site):
    page = world.standard_page(site.home, "Par mums")
    assert not shows_comments(page, settings_of())
    page.comments = Comments.OPEN
    assert shows_comments(page, settings_of())


@pytest.mark.parametrize(
    ("moment", "is_taken"),
    [
        # The last minute of the day in Riga, and the first of the next.
        (datetime(2026, 11, 3, 21, 59, tzinfo=UTC), True),
        (datetime(2026, 11, 3, 22, 0, tzinfo=UTC), False),
    ],
)
def test_comments_are_taken_until_the_end_of_the_last_day(article, moment, is_taken):
    article.comments_until = LAST_DAY
    assert takes_comments(article, settings_of(), moment) is is_taken
    assert shows_comments(article, settings_of())
