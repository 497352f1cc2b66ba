"""Measuring several servers in turns, so that a slow moment of the machine strikes them all."""

import time
from dataclasses import dataclass, field
from http import HTTPStatus

from tests.bench.figures import Sample
from tests.bench.processes import BenchError
from tests.bench.servers import Server
from tests.bench.visitors import Answer, Visitors

SETTLE_SECONDS = 0.02


@dataclass(frozen=True)
class Pace:
    """How long is measured: rounds, requests of each kind in a round, addresses for memory."""

    rounds: int
    requests: dict[str, int]
    visitors: int
    addresses: int | None = None


@dataclass
class Target:
    """One page of one server; `kind` says how many requests it takes in a round."""

    name: str
    kind: str
    server: Server
    path: str
    status: int = 200
    answer: Answer | None = None
    samples: list[Sample] = field(default_factory=list)

    def warm_up(self, pace: Pace) -> None:
        """Ask until nothing is new to any thread; remember what every answer must be like."""
        with Visitors(self.server.port, pace.visitors) as visitors:
            request = visitors.request(self.path)
            answer, _seconds = visitors.visit(request, 10 * pace.visitors)
        is_empty = not answer.length and self.status != HTTPStatus.FOUND
        if answer.status != self.status or is_empty:
            raise BenchError(f"{self.name} ({self.path}) was answered by {answer}.")
        self.answer = answer

    def sample(self, pace: Pace) -> None:
        """Measure one round."""
        count = pace.requests[self.kind]
        with Visitors(self.server.port, pace.visitors) as visitors:
            request = visitors.request(self.path)
            visitors.visit(request, pace.visitors, self.answer)
            time.sleep(SETTLE_SECONDS)
            meter = self.server.meter()
            began = time.perf_counter()
            _answer, latencies = visitors.visit(request, count, self.answer)
            took = time.perf_counter() - began
            # What a worker does after it has answered belongs to the request as well.
            time.sleep(SETTLE_SECONDS)
            spent = meter.spent()
        self.samples.append(Sample(spent / count, count / took, latencies))


def measure(targets: list[Target], pace: Pace) -> None:
    """Fill the samples of all targets, one of each in every round."""
    for target in targets:
        target.warm_up(pace)
    for _round in range(pace.rounds):
        for target in targets:
            target.sample(pace)
