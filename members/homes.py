"""The communities that people can call their home; the apps above say which there are."""

from collections.abc import Callable
from uuid import UUID

_registry: list[Callable[[str], list[tuple[UUID, str]]]] = []


def register(homes: Callable[[str], list[tuple[UUID, str]]]):
    """Register a function that lists keys and titles of communities in a language."""
    if homes not in _registry:
        _registry.append(homes)


def choices(language: str) -> list[tuple[UUID, str]]:
    """All communities, as key and title in the language."""
    return [home for homes in _registry for home in homes(language)]


def title_of(key: UUID | None, language: str) -> str:
    """What the community is called; empty when there is none any more."""
    return next((title for each, title in choices(language) if each == key), "") if key else ""
