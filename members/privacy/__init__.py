"""What is kept about people: every app that keeps something registers as a holder of it.

    privacy.register(Holder("needs", needs_of, erase_needs, tables=("needs.Need",)))

`export(person)` returns what the holder keeps, as lists and dicts that JSON can hold;
`erase(person, now)` takes away all that tells who it was, in the caller's transaction. What the
person wrote for others stays, without them: the row of the person remains as a deleted user.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Holder:
    """One who keeps something about people; `name` is that of its file in an export.

    `tables` are the labels of the models with people in them that it speaks for.
    """

    name: str
    export: Callable
    erase: Callable
    tables: tuple[str, ...] = ()


_registry: dict[str, Holder] = {}


def register(holder: Holder):
    """Register a holder under its name."""
    _registry[holder.name] = holder


def registered() -> list[Holder]:
    """All holders; those who need what others keep come first."""
    return list(_registry.values())
