"""What is measured on one kind of database: pages, memory, growth."""

import contextlib
from dataclasses import dataclass

from tests.bench.figures import (
    BARE,
    REFERENCE,
    UNCACHED,
    WAGTAIL,
    WARM,
    EngineRun,
    Figure,
    Growth,
    Memory,
    figure,
    ratio,
)
from tests.bench.processes import BenchError, cpu_seconds, memory_bytes
from tests.bench.rounds import Pace, Target, measure
from tests.bench.servers import Server
from tests.bench.sites import Sites
from tests.bench.visitors import Visitors

MEMORY_WORKERS = 2
MEMORY_VISITORS = 8
# A worker that had less than this share of the work would not show what work does to memory.
LEAST_SHARE = 0.2
MEMORY_ROUNDS = 5
# A session that is none: such a visitor's pages are rendered although nobody has signed in.
STALE_SESSION = "sessionid=" + "0" * 32
# What people search for is nobody else's, so that its answer is never kept.
NEVER_KEPT = ("search",)


@dataclass
class Loads:
    """All measurements of one run, at one pace."""

    sites: Sites
    pace: Pace

    def __post_init__(self):
        found = self.sites.ask("addresses")
        self.paths: dict[str, str] = found["pages"]
        self.addresses: list[str] = found["all"][: self.pace.addresses]
        self.queries = self.sites.ask("queries", *self.paths.values())
        if not all(self.queries[UNCACHED][path] > 1 for path in self.paths.values()):
            raise BenchError("A page was kept although nothing should be.")

    def run(self, *, is_large: bool) -> EngineRun:
        """Everything that is asked of one kind of database."""
        engine = self.sites.engine
        return EngineRun(
            database=f"{engine.name} {engine.version}",
            figures=self.pages(),
            memory=self.memory(),
            growth=self.growth() if is_large else [],
        )

    def pages(self) -> list[Figure]:
        """Every page uncached and warm, between the references."""
        with contextlib.ExitStack() as stack:
            bare = Target("V: bare view", BARE, stack.enter_context(self.sites.bare()), "/")
            served = stack.enter_context(self.sites.wagtail())
            wagtail = Target("M: minimal Wagtail page", WAGTAIL, served, "/")
            uncached = stack.enter_context(self.sites.site(keeps_pages=False))
            warm = stack.enter_context(self.sites.site(keeps_pages=True))
            pages = [*self._targets(UNCACHED, uncached), *self._targets(WARM, warm)]
            measure([bare, wagtail, *pages], self.pace)
        _check_same_bodies(pages)
        references = {BARE: bare.samples, WAGTAIL: wagtail.samples}
        return [
            *(figure(of.name, REFERENCE, of.samples, references, None) for of in (bare, wagtail)),
            *(
                figure(of.name, of.kind, of.samples, references, self.queries[of.kind][of.path])
                for of in pages
            ),
        ]

    def _targets(self, state: str, server: Server) -> list[Target]:
        return [
            Target(name, state, server, path, _status(name))
            for name, path in self.paths.items()
            if state == UNCACHED or name not in NEVER_KEPT
        ]

    def memory(self) -> Memory:
        """Two workers of the site and of the reference, each after the same number of visits."""
        with self.sites.site(keeps_pages=True, workers=MEMORY_WORKERS) as server:
            site = _memory_after(server, self.addresses)
        front = ["/"] * len(self.addresses)
        with self.sites.wagtail(has_packages_of_site=True, workers=MEMORY_WORKERS) as server:
            reference = _memory_after(server, front)
        return Memory(site, reference)

    def growth(self) -> list[Growth]:
        """The pages that list things, as they are and with many more things on the site."""
        small_paths = self.sites.ask("growing")
        self.sites.enlarge()
        large_paths = self.sites.ask("growing", database="large")
        small_queries = self.sites.ask("queries", *small_paths.values())[UNCACHED]
        queries = self.sites.ask("queries", *large_paths.values(), database="large")[UNCACHED]
        with (
            self.sites.site(keeps_pages=False) as small,
            self.sites.site("large", keeps_pages=False) as large,
        ):
            pairs = [
                [
                    Target(name, UNCACHED, small, small_paths[name], _status(name)),
                    Target(name, UNCACHED, large, large_paths[name], _status(name)),
                ]
                for name in small_paths
            ]
            measure([target for pair in pairs for target in pair], self.pace)
        return [
            Growth(
                name=of_small.name,
                queries=(small_queries[of_small.path], queries[of_large.path]),
                time_ratio=ratio(of_large.samples, of_small.samples),
            )
            for of_small, of_large in pairs
        ]


def _status(name: str) -> int:
    """What a page is answered with: nothing is there, it is elsewhere, or here it is."""
    if name == "404":
        return 404
    return 302 if name.endswith("permalink") else 200


def _check_same_bodies(pages: list[Target]) -> None:
    for name in {page.name for page in pages}:
        answers = {page.answer for page in pages if page.name == name}
        if len(answers) != 1:
            raise BenchError(f"{name} is not the same page uncached and warm: {answers}.")


def _memory_after(server: Server, addresses: list[str]) -> int:
    """The server's memory in bytes once both workers have been asked many addresses."""
    for _round in range(MEMORY_ROUNDS):
        for address in addresses:
            _ask(server, address)
        workers = server.own_processes()[1:]
        work = [cpu_seconds(pid) for pid in workers]
        if len(work) == MEMORY_WORKERS and min(work) >= LEAST_SHARE * sum(work):
            return memory_bytes(server.own_processes())
    raise BenchError(f"The load did not reach both workers: {work} s.")


def _ask(server: Server, address: str) -> None:
    """Ask one address as it is kept and as it is rendered, over new connections every time."""
    with Visitors(server.port, MEMORY_VISITORS) as visitors:
        for cookie in ("", STALE_SESSION):
            visitors.visit(visitors.request(address, cookie), MEMORY_VISITORS)
