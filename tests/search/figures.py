"""What was measured, and how it is told."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One number and the least that it may be; none where it only informs."""

    name: str
    value: float
    floor: float | None = None
    decimals: int = 3

    @property
    def is_too_low(self) -> bool:
        """Whether less was reached than has to be."""
        return self.floor is not None and self.value < self.floor

    def row(self) -> tuple[str, str, str, str]:
        """The name, the number, the floor, and a word where it is too low."""
        floor = "" if self.floor is None else f"{self.floor:,.{self.decimals}f}"
        value = f"{self.value:,.{self.decimals}f}"
        return self.name, value, floor, "too low" if self.is_too_low else ""


def table(figures: Iterable[Figure]) -> str:
    """The figures as rows of a Markdown table."""
    rows = [("", "measured", "at least", ""), ("---", "---:", "---:", "---")]
    rows += [figure.row() for figure in figures]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"
