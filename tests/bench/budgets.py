"""What the site may cost at most, and what of it was not kept."""

from collections.abc import Iterator

from tests.bench.figures import UNCACHED, WARM, EngineRun, Figure

UNCACHED_PER_WAGTAIL = 3.0
UNCACHED_QUERIES = 15
# A topic is read more often than anything else.
SEARCH, SEARCH_QUERIES = "search", 12
TOPIC, TOPIC_PER_WAGTAIL, TOPIC_QUERIES = "forum topic", 2.5, 12
WARM_PER_BARE = 2.5
WARM_QUERIES = 1
MEMORY_RATIO = 1.3
GROWTH_RATIO = 2.0


def broken(run: EngineRun) -> list[str]:
    """A sentence for every budget that the run did not keep."""
    return [f"{run.database}: {fault}" for fault in _faults(run)]


def _faults(run: EngineRun) -> Iterator[str]:
    for figure in run.figures:
        yield from _faults_of_page(figure)
    if run.memory.ratio > MEMORY_RATIO:
        yield f"memory is {run.memory.ratio:.2f} of the reference, at most {MEMORY_RATIO}."
    for growth in run.growth:
        small, large = growth.queries
        if small != large:
            yield f"{growth.name} takes {small} queries when small and {large} when large."
        if growth.time_ratio > GROWTH_RATIO:
            ratio = f"{growth.time_ratio:.2f} times as much"
            yield f"{growth.name} costs {ratio} when large, at most {GROWTH_RATIO}."


def _faults_of_page(figure: Figure) -> Iterator[str]:
    page = f"{figure.name}, {figure.state},"
    if figure.state == UNCACHED:
        most, queries = UNCACHED_PER_WAGTAIL, UNCACHED_QUERIES
        if figure.name == TOPIC:
            most, queries = TOPIC_PER_WAGTAIL, TOPIC_QUERIES
        if figure.name == SEARCH:
            queries = SEARCH_QUERIES
        if figure.per_wagtail > most:
            yield f"{page} costs {figure.per_wagtail:.2f} M, at most {most}."
        if figure.queries > queries:
            yield f"{page} takes {figure.queries} queries, at most {queries}."
    elif figure.state == WARM:
        if figure.per_bare > WARM_PER_BARE:
            yield f"{page} costs {figure.per_bare:.2f} V, at most {WARM_PER_BARE}."
        if figure.queries != WARM_QUERIES:
            yield f"{page} takes {figure.queries} queries, not {WARM_QUERIES}."
