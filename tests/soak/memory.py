"""Thousands of made-up addresses and tracking parameters leave the workers as small as before."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

from tests.soak.editing import FAULTS
from tests.soak.report import judged
from tests.soak.site import Site
from tests.soak.visitor import Visitor

REQUESTS = 5000
WARM_UP = 1000
PEOPLE = 4
MAY_GROW_MIB = 6
TRACKING = "utm_source={0}&utm_campaign=rudens-{0}&fbclid=IwAR{0:024}"


def address(number: int, real: list[str]) -> tuple[str, int]:
    """The made-up address of this number, and the status that it deserves."""
    place = real[number % len(real)]
    absent = f"{place}tas-nav-te-{number:07}/"
    kinds = (
        (f"{place}?{TRACKING.format(number)}", 200),
        (absent, 404),
        (f"{absent}?{TRACKING.format(number)}", 404),
        (f"{place}?{number:x}={number}&p{number}", 200),
    )
    return kinds[number // len(real) % len(kinds)]


def run(site: Site, real: list[str]):
    """Yield each promise, whether it held, and the figures."""
    faults = _ask_all(site, [(path, 200) for path in real] * 2)
    faults += _ask_all(site, [address(number, real) for number in range(WARM_UP)])
    before = _sizes(site)
    numbers = range(WARM_UP, WARM_UP + REQUESTS)
    faults += _ask_all(site, [address(number, real) for number in numbers])
    after = _sizes(site)
    yield judged(f"{REQUESTS} made-up addresses are answered as they deserve", faults)
    grown = [after.get(worker, 0) - size for worker, size in before.items()]
    figures = "; ".join(
        f"{size:.1f} to {after.get(worker, 0):.1f} MiB" for worker, size in before.items()
    )
    is_held = before.keys() == after.keys() and max(grown) <= MAY_GROW_MIB
    yield f"no worker grows by more than {MAY_GROW_MIB} MiB", is_held, figures


def _ask_all(site: Site, addresses: list[tuple[str, int]]) -> list[str]:
    """Fetch all the addresses with several people at once; return what went wrong."""
    stop = Event()
    with ThreadPoolExecutor(PEOPLE) as pool:
        people = [
            pool.submit(_ask, Visitor(site.port), addresses[first::PEOPLE], stop)
            for first in range(PEOPLE)
        ]
        try:
            return [fault for person in people for fault in person.result()]
        finally:
            stop.set()


def _ask(visitor: Visitor, addresses: list[tuple[str, int]], stop: Event) -> list[str]:
    faults = []
    for path, status in addresses:
        if stop.is_set():
            break
        try:
            answer = visitor.get(path)
        except FAULTS as fault:
            faults.append(f"{path}: {fault!r}")
        else:
            if answer.status != status:
                faults.append(f"{path} answered {answer.status}")
    return faults


def _sizes(site: Site) -> dict[int, float]:
    """The memory of each worker, in MiB."""
    return {worker.pid: worker.memory_info().rss / 2**20 for worker in site.workers()}
