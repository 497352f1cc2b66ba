"""Measure how well things are found, print the figures, judge them by their floors.

    python -m tests.search

The exit code is 1 when a figure is below its floor.
"""

import sys

from tests.search import golden, spelling, stemming
from tests.search.figures import Figure, table

# Each says what it measured; whatever else is measured is added here.
PARTS = (stemming.figures, spelling.figures, golden.figures)


def main() -> int:
    """Measure all parts and print them one by one; 1 when something is too low."""
    figures: list[Figure] = []
    for measure in PARTS:
        measured = measure()
        print(table(measured), flush=True)
        figures += measured
    return int(any(figure.is_too_low for figure in figures))


if __name__ == "__main__":
    sys.exit(main())
