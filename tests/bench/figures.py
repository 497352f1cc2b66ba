"""Figures from samples: medians, percentiles, and ratios to the references of the same round."""

import math
from dataclasses import dataclass
from statistics import median

BARE = "V"
WAGTAIL = "M"
REFERENCE, UNCACHED, WARM = "reference", "uncached", "warm"


@dataclass(frozen=True)
class Sample:
    """One page asked many times in one round; CPU seconds are those of a single request."""

    cpu_seconds: float
    per_second: float
    latencies: list[float]


@dataclass(frozen=True)
class Figure:
    """What one page costs in one state."""

    name: str
    state: str
    per_second: float
    p95_ms: float
    cpu_ms: float
    per_bare: float
    per_wagtail: float
    queries: int | None = None


@dataclass(frozen=True)
class Memory:
    """Memory of two workers with their arbiter after load, in bytes, beside the reference's."""

    site: int
    reference: int

    @property
    def ratio(self) -> float:
        return self.site / self.reference


@dataclass(frozen=True)
class Growth:
    """One page of the site as it is, and of the site with many more communities and news."""

    name: str
    queries: tuple[int, int]
    time_ratio: float


@dataclass(frozen=True)
class EngineRun:
    """Everything that was measured on one kind of database."""

    database: str
    figures: list[Figure]
    memory: Memory
    growth: list[Growth]


def percentile(values: list[float], share: float) -> float:
    """The smallest of the values that at least this share of them does not exceed."""
    ranked = sorted(values)
    return ranked[math.ceil(share * len(ranked)) - 1]


def ratio(samples: list[Sample], references: list[Sample]) -> float:
    """The median of the ratios of CPU time, each to the reference of its own round."""
    pairs = zip(samples, references, strict=True)
    return median(sample.cpu_seconds / reference.cpu_seconds for sample, reference in pairs)


def figure(
    name: str,
    state: str,
    samples: list[Sample],
    references: dict[str, list[Sample]],
    queries: int | None,
) -> Figure:
    """The figure of a page from its samples and those of the references, round by round."""
    latencies = [seconds for sample in samples for seconds in sample.latencies]
    return Figure(
        name=name,
        state=state,
        per_second=median(sample.per_second for sample in samples),
        p95_ms=percentile(latencies, 0.95) * 1000,
        cpu_ms=median(sample.cpu_seconds for sample in samples) * 1000,
        per_bare=ratio(samples, references[BARE]),
        per_wagtail=ratio(samples, references[WAGTAIL]),
        queries=queries,
    )
