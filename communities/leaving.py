"""What is said to whoever is about to take pages off the site, before it is done."""

from collections.abc import Callable

from django.contrib import messages

LEAVING = (
    "wagtailadmin_pages:delete",
    "wagtailadmin_pages:unpublish",
    "wagtail_bulk_action",
    "publishing:withdraw",
)

# What apps above know to say: each is given a page and answers in words, empty for nothing.
_warnings: list[Callable] = []


def register(in_words: Callable):
    """Let an app say what else happens when a page leaves the site."""
    _warnings.append(in_words)


def warn(request, pages):
    """Say it above the question whether the person is sure; of pages that are theirs to change."""
    if request.method != "GET" or request.resolver_match.view_name not in LEAVING:
        return
    for page in pages:
        if page.permissions_for_user(request.user).can_edit():
            for words in filter(None, (in_words(page) for in_words in _warnings)):
                messages.warning(request, words)
