"""What was written and acknowledged, and so what a reader must be shown.

Writes to one page that overlap in time may end in either order. A write that was acknowledged
before another began has lost to it for good: who is shown the earlier one is shown stale text.
"""

import itertools
import re
from dataclasses import dataclass, field
from threading import Lock

MARK = re.compile(r"redakcija-(\d+)-(\d+)")


@dataclass
class Write:
    """One publication: when it was sent and when, if ever, it was acknowledged (seconds)."""

    page: int
    number: int
    sent_at: float
    acknowledged_at: float | None = None

    @property
    def mark(self) -> str:
        """The word in the published text by which this write is known again."""
        return f"redakcija-{self.page}-{self.number}"


@dataclass
class Ledger:
    """Every write of a run, from all threads."""

    _writes: dict[int, list[Write]] = field(default_factory=dict)
    _numbers: itertools.count = field(default_factory=lambda: itertools.count(1))
    _lock: Lock = field(default_factory=Lock)

    def begin(self, page: int, now: float) -> Write:
        """A new write to the page, about to be sent."""
        with self._lock:
            write = Write(page, next(self._numbers), now)
            self._writes.setdefault(page, []).append(write)
        return write

    def of(self, page: int) -> list[Write]:
        """The writes to the page, whether acknowledged or not."""
        with self._lock:
            return list(self._writes.get(page, []))

    def counts(self) -> tuple[int, int]:
        """How many writes were acknowledged, and of how many the outcome is not known."""
        with self._lock:
            writes = list(itertools.chain.from_iterable(self._writes.values()))
        known = sum(write.acknowledged_at is not None for write in writes)
        return known, len(writes) - known

    def is_stale(self, page: int, number: int | None, asked_at: float) -> bool:
        """Whether who asked at that moment was shown an older write than they had to be.

        `number` is of the write that was shown, None when the text was older than all of them.
        """
        writes = self.of(page)
        due = [w.sent_at for w in writes if (w.acknowledged_at or asked_at) < asked_at]
        if not due:
            return False
        shown = next((write for write in writes if write.number == number), None)
        if shown is None:
            return True
        return shown.acknowledged_at is not None and shown.acknowledged_at < max(due)

    def stale_marks(self, text: str, asked_at: float, page: int | None = None) -> list[str]:
        """The marks in a text that had to be newer; the page's own must be there at all."""
        shown = {(int(place), int(number)) for place, number in MARK.findall(text)}
        stale = [
            f"redakcija-{place}-{number}"
            for place, number in shown
            if self.is_stale(place, number, asked_at)
        ]
        is_unmarked = page is not None and all(place != page for place, _number in shown)
        if is_unmarked and self.is_stale(page, None, asked_at):
            stale.append(f"page {page} without any mark")
        return stale

    def lost(self, page: int, kept: set[int]) -> set[int]:
        """The acknowledged writes to the page that are not among those kept."""
        known = {w.number for w in self.of(page) if w.acknowledged_at is not None}
        return known - kept
