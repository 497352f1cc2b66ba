"""What stands on a person's own page beside what this app knows; the apps above say it."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class OwnPage:
    """A page of one's own: its title, what it is good for, and the name of its address."""

    title: str | Promise
    meaning: str | Promise
    name: str


_registry: list[OwnPage] = []


def register(page: OwnPage):
    """Let the page be found from everybody's own page."""
    if page not in _registry:
        _registry.append(page)


def own_pages() -> list[OwnPage]:
    """All of them, in the order in which they were registered."""
    return list(_registry)
