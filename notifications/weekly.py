"""What else stands in weekly letters: an app registers sections of its own in `AppConfig.ready()`.

`sections(person, now)` answers, in the reader's language, a list of `Section`; empty for nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """A part of a weekly letter: a title and lines, each of which may end in an address."""

    title: str
    lines: tuple[str, ...]


_registry: list[Callable] = []


def register(sections: Callable):
    """Let these sections stand in weekly letters, after those that were registered before."""
    if sections not in _registry:
        _registry.append(sections)


def sections_for(person, now) -> list[Section]:
    """All sections for the person; those with nothing in them left out."""
    found = (section for sections in _registry for section in sections(person, now))
    return [section for section in found if section.lines]
