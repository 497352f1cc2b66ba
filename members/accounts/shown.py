"""People whose password is known to everybody: the demo site's, shown on its sign-in page."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class ShownPerson:
    """Somebody whom any visitor of the demo site may be."""

    address: str
    password: str
    role: str


_provider: Callable[[], list[ShownPerson]] | None = None


def show(provider: Callable[[], list[ShownPerson]]):
    """Let the sign-in page show these people; only the demo profile does so."""
    global _provider
    _provider = provider


def shown_people() -> list[ShownPerson]:
    """The people to show; none on a site that is in earnest."""
    return _provider() if _provider else []
