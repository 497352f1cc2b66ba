"""What leaders do most, as big buttons at the start of their backstage; apps add their own."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Deed:
    """One button: what it says, its icon of the backstage, and where it leads for a community."""

    name: str
    label: str
    icon: str
    order: int
    url: Callable[[object], str]


@dataclass(frozen=True)
class Button:
    """A deed of one community."""

    label: str
    icon: str
    url: str


_deeds: dict[str, Deed] = {}


def register(deed: Deed):
    """Offer a deed to the leaders of every community; each name is offered once."""
    _deeds[deed.name] = deed


def buttons_of(community) -> list[Button]:
    """The buttons of a community, in their order."""
    deeds = sorted(_deeds.values(), key=lambda deed: (deed.order, deed.name))
    return [Button(deed.label, deed.icon, deed.url(community)) for deed in deeds]
