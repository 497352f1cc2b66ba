"""Where authors change pages that are not theirs in the backstage; the apps above say it.

A leader who suggests something to all communities has no right on the page that comes of it, and
still hears what was decided about it.
"""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page

_places: dict[type[Page], tuple[Callable, str]] = {}


def register(model: type[Page], is_author: Callable[..., bool], name: str):
    """Let `is_author(page, person)` stand beside the rights; the author's address has this name."""
    _places[model] = (is_author, name)


def hears_of(page: Page, person) -> bool:
    """Whether the person is told what is decided about the page."""
    specific = page.specific
    return specific.permissions_for_user(person).can_edit() or _is_author(specific, person)


def place_of(page: Page, person) -> str:
    """Where the person changes the page, in their own language."""
    specific = page.specific
    if specific.permissions_for_user(person).can_edit() or not _is_author(specific, person):
        return reverse("wagtailadmin_pages:edit", args=[page.pk])
    _check, name = _places[type(specific)]
    with override(person.language):
        return reverse(name, args=[page.pk])


def _is_author(page: Page, person) -> bool:
    check, _name = _places.get(type(page), (None, ""))
    return bool(check and check(page, person))
