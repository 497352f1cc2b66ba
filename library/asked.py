"""What the address of the library asks for. Pure."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import urlencode

from core.search_query import LETTERS

# By what, and which: kind:veidne.
CHOICE = re.compile(r"([a-z][a-z0-9-]{0,60}):([a-z0-9-]{1,100})", re.ASCII)
MOST_CHOICES = 40
NUMBER = re.compile(r"[1-9]\d{0,3}", re.ASCII)


class Order(StrEnum):
    """In what order resources stand; those found by words begin with what fits best."""

    BEST = "best"
    NEWEST = "newest"
    TITLE = "title"


@dataclass(frozen=True)
class Asked:
    """Words, choices in the order in which they were made, the order wished, and which part."""

    words: str = ""
    chosen: tuple[tuple[str, str], ...] = ()
    order: str = ""
    number: int = 1

    @property
    def choices(self) -> dict[str, frozenset[str]]:
        """The values chosen, by what."""
        return {
            by: frozenset(value for other, value in self.chosen if other == by)
            for by in dict(self.chosen)
        }

    @property
    def is_narrowed(self) -> bool:
        """Whether less than everything is asked for."""
        return bool(self.words or self.chosen)

    @property
    def usual_order(self) -> str:
        """The order where none is wished."""
        return Order.BEST if self.words else Order.NEWEST

    @property
    def shown_order(self) -> str:
        """The order that is wished, if it means anything here."""
        is_known = self.order in list(Order) and (self.words or self.order != Order.BEST)
        return self.order if is_known else self.usual_order

    def meaning(self, topics: dict[str, str]) -> "Asked":
        """The same with topics under the short names that they have now."""
        meant = (
            (by, topics.get(value, value) if by == "topic" else value) for by, value in self.chosen
        )
        return replace(self, chosen=tuple(dict.fromkeys(meant)))

    def address(self, **changes) -> str:
        """The address that asks for the same, or for what is changed; it begins with a "?"."""
        asked = replace(self, **{"number": 1} | changes)
        pairs = [("q", asked.words)] if asked.words else []
        pairs += [("f", f"{by}:{value}") for by, value in asked.chosen]
        if asked.order and asked.order != asked.usual_order:
            pairs.append(("sort", asked.order))
        if asked.number > 1:
            pairs.append(("page", str(asked.number)))
        return "?" + urlencode(pairs, safe=":")

    def with_choice(self, by: str, value: str) -> str:
        """The address that asks for this as well."""
        return self.address(chosen=(*self.chosen, (by, value)))

    def without(self, by: str, value: str = "") -> str:
        """The address that does not ask for this; without a value for nothing of this way."""
        kept = tuple(pair for pair in self.chosen if pair[0] != by or (value and pair[1] != value))
        return self.address(chosen=kept)


def asked_of(parameters) -> Asked:
    """What the parameters of the address mean; what means nothing is left out."""
    found = (CHOICE.fullmatch(text) for text in parameters.getlist("f")[:MOST_CHOICES])
    number = parameters.get("page", "")
    return Asked(
        words=" ".join(parameters.get("q", "").replace("\0", "")[:LETTERS].split()),
        chosen=tuple(dict.fromkeys(match.groups() for match in found if match)),
        order=parameters.get("sort", ""),
        number=int(number) if NUMBER.fullmatch(number) else 1,
    )
