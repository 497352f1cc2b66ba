"""What a person does for the site, for their own page; the apps above say it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Duty:
    """Something that a person does: what it is, what it means, where it is done (if anywhere)."""

    title: str
    meaning: str
    url: str = ""


_registry: list[Callable[..., list[Duty]]] = []


def register(duties: Callable[..., list[Duty]]):
    """Register a function that lists the duties of a person in a language."""
    if duties not in _registry:
        _registry.append(duties)


def duties_of(person, language: str) -> list[Duty]:
    """All duties of the person."""
    return [duty for duties in _registry for duty in duties(person, language)]
