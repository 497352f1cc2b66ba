"""The figures as tables, for the terminal and for docs/benchmarks.md."""

from dataclasses import dataclass

from tests.bench.budgets import (
    GROWTH_RATIO,
    MEMORY_RATIO,
    TOPIC_PER_WAGTAIL,
    TOPIC_QUERIES,
    UNCACHED_PER_WAGTAIL,
    UNCACHED_QUERIES,
    WARM_PER_BARE,
    WARM_QUERIES,
)
from tests.bench.figures import EngineRun, Figure, Growth

MEBIBYTE = 1 << 20
HEADINGS = ["Page", "State", "Requests/s", "p95 ms", "CPU ms", "÷ V", "÷ M", "Queries"]
ABOUT = f"""\
# How fast the site is

`make bench` measures the site against two references in one run and exits with 1 when a budget is
broken; `python -m tests.bench --large --write` renews this page. What counts is CPU time per
request, of the server and its database together:

- **V**: a bare Django view with empty `MIDDLEWARE` and no database.
- **M**: one minimal Wagtail page with a trivial template, in a project as `wagtail start` makes it,
  on the same kind of database with the same connection settings.

All are served by gunicorn with one worker and the same threads, to {{visitors}} visitors at a time
whose connections are kept, in turns; ratios are medians over rounds, each to the references of its
own round. *Uncached* pages come from a server that keeps none (`PAGE_CACHE_BYTES=0`): each is asked
of the database, rendered and compressed. The site is the demo: in Latvian as it comes, without
pictures, and in English with a picture in every piece of news; in the measured section of the forum
stand 40 topics of 20 posts or fewer. The large site has 140 communities, 1,000 news, 100,000 topics
in that section and 20,000 posts in one of them. Queries are counted in a process that has answered
before. Memory is that of an arbiter and two workers after every address was asked, kept and
rendered, what they share counted once; its reference is M with the third-party apps of the site,
without what the site does to share more.

| Budget                              |      At most |
| ----------------------------------- | -----------: |
| uncached page, CPU time             | {f"{UNCACHED_PER_WAGTAIL:g} M":>12} |
| uncached page, queries              | {UNCACHED_QUERIES:>12} |
| uncached topic, CPU time            | {f"{TOPIC_PER_WAGTAIL:g} M":>12} |
| uncached topic, queries             | {TOPIC_QUERIES:>12} |
| warm page, CPU time                 | {f"{WARM_PER_BARE:g} V":>12} |
| warm page, queries                  | {WARM_QUERIES:>12} |
| memory of two workers, to reference | {MEMORY_RATIO:>12g} |
| CPU time of a large site            | {f"{GROWTH_RATIO:g} times":>12} |

## The last run

On {{date}}: {{machine}}.

{{verdict}}
"""


@dataclass(frozen=True)
class Circumstances:
    """When and where a run was made, as far as it matters to others."""

    date: str
    machine: str
    visitors: int


def table(headings: list[str], rows: list[list[str]]) -> str:
    """A Markdown table whose columns are as wide as their widest cell; numbers to the right."""
    widths = [max(len(row[place]) for row in [headings, *rows]) for place in range(len(headings))]
    texts = 2 if headings is HEADINGS else 1

    def line(cells: list[str]) -> str:
        placed = [
            cell.ljust(width) if place < texts else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ]
        return f"| {' | '.join(placed)} |"

    rule = [
        "-" * width if place < texts else f"{'-' * (width - 1)}:"
        for place, width in enumerate(widths)
    ]
    return "\n".join([line(headings), line(rule), *map(line, rows)])


def _page_row(figure: Figure) -> list[str]:
    return [
        figure.name,
        figure.state,
        f"{figure.per_second:.0f}",
        f"{figure.p95_ms:.1f}",
        f"{figure.cpu_ms:.2f}",
        f"{figure.per_bare:.2f}",
        f"{figure.per_wagtail:.2f}",
        "" if figure.queries is None else str(figure.queries),
    ]


def _growth_row(growth: Growth) -> list[str]:
    small, large = growth.queries
    return [growth.name, str(small), str(large), f"{growth.time_ratio:.2f}"]


def of_engine(run: EngineRun) -> str:
    """The section of one kind of database."""
    memory = run.memory
    parts = [
        f"### {run.database}",
        table(HEADINGS, [_page_row(figure) for figure in run.figures]),
        f"Memory of two workers: {memory.site / MEBIBYTE:.0f} MiB, the reference "
        f"{memory.reference / MEBIBYTE:.0f} MiB: {memory.ratio:.2f}.",
    ]
    if run.growth:
        headings = ["On a large site", "Queries before", "then", "CPU ratio"]
        parts.append(table(headings, [_growth_row(growth) for growth in run.growth]))
    return "\n\n".join(parts) + "\n"


def verdict(faults: list[str]) -> str:
    """Which budgets are broken, as a list, or that none is."""
    if not faults:
        return "All budgets are kept."
    return "\n".join(["Broken budgets:", "", *(f"- {fault}" for fault in faults)])


def document(runs: list[EngineRun], faults: list[str], circumstances: Circumstances) -> str:
    """The whole of docs/benchmarks.md."""
    about = ABOUT.format(verdict=verdict(faults), **vars(circumstances))
    return "\n".join([about, *map(of_engine, runs)])
