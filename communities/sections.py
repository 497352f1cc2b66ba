"""The sections of a community's page: every app adds its own, and all stand in one calm order."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Section:
    """A part of the page: `gather(page, visit)` gives what its template shows, or None for nothing.

    Sections stand in the order of their numbers; those at the side stand below on a phone.
    """

    name: str
    order: int
    template: str
    gather: Callable[..., dict[str, Any] | None]
    is_at_side: bool = False


@dataclass(frozen=True)
class Sections:
    """What is shown on one page: pairs of a template and its content."""

    main: list[tuple[str, dict]] = field(default_factory=list)
    side: list[tuple[str, dict]] = field(default_factory=list)


_registered: dict[str, Section] = {}


def register(section: Section):
    """Add a section to the page of every community."""
    _registered[section.name] = section


def of(page, visit) -> Sections:
    """The sections of a community that have something to show."""
    shown = Sections()
    for section in sorted(_registered.values(), key=lambda each: (each.order, each.name)):
        content = section.gather(page, visit)
        if content is not None:
            (shown.side if section.is_at_side else shown.main).append((section.template, content))
    return shown
