"""What ical.js (Thunderbird, Nextcloud) makes of feeds, in the journeys' browser.

It is no package of this project: npm fetches it for the time of the run, into a temporary folder.
"""

import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.events.feeds import RIGA
from tests.journeys.browser import launch_arguments
from tests.services.supervisor import ServiceError
from tests.soak.libical import Missing

PACKAGE = "ical.js@2.2.1"
FETCH_SECONDS = 120
OPEN = """async source => {
    const module = new Blob([source], {type: "text/javascript"});
    window.ICAL = (await import(URL.createObjectURL(module))).default;
}"""
READ = """feed => {
    const calendar = new ICAL.Component(ICAL.parse(feed));
    for (const zone of calendar.getAllSubcomponents("vtimezone")) {
        ICAL.TimezoneService.register(zone);
    }
    const said = time => time.isDate ? time.toString() : time.toUnixTime();
    const found = [];
    const keep = (component, start, end) => {
        if (component.getFirstPropertyValue("status") !== "CANCELLED") {
            found.push([said(start), said(end)]);
        }
    };
    const all = calendar.getAllSubcomponents("vevent");
    const exceptions = all.filter(event => event.hasProperty("recurrence-id"));
    for (const component of all.filter(event => !event.hasProperty("recurrence-id"))) {
        const uid = component.getFirstPropertyValue("uid");
        const own = exceptions.filter(event => event.getFirstPropertyValue("uid") === uid);
        const event = new ICAL.Event(component, {exceptions: own});
        if (!event.isRecurring()) {
            keep(component, event.startDate, event.endDate);
            continue;
        }
        const times = event.iterator();
        for (let next = times.next(); next && found.length < 5000; next = times.next()) {
            const one = event.getOccurrenceDetails(next);
            keep(one.item.component, one.startDate, one.endDate);
        }
    }
    return found;
}"""


@contextmanager
def opened() -> Iterator[Page]:
    """A page in which the library is loaded; raises Missing."""
    source = _source()
    try:
        chromium = launch_arguments()
    except ServiceError as fault:
        raise Missing(str(fault)) from fault
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**chromium)
        try:
            page = browser.new_page()
            page.evaluate(OPEN, source)
            yield page
        finally:
            browser.close()


def read(page: Page, feed: bytes) -> list[tuple]:
    """The times of the feed, in UTC."""
    return sorted(tuple(map(_moment, span)) for span in page.evaluate(READ, feed.decode()))


def _source() -> str:
    with tempfile.TemporaryDirectory(prefix="kopa-ical-") as folder:
        command = ["npm", "pack", "--silent", "--pack-destination", folder, PACKAGE]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=FETCH_SECONDS)
        except (OSError, subprocess.SubprocessError) as fault:
            raise Missing(f"{PACKAGE} cannot be fetched by npm: {fault!r}") from fault
        [packed] = Path(folder).glob("*.tgz")
        with tarfile.open(packed) as package:
            return package.extractfile("package/dist/ical.js").read().decode()


def _moment(said: int | str) -> datetime:
    if isinstance(said, str):
        return datetime.combine(datetime.fromisoformat(said).date(), time(), RIGA).astimezone(UTC)
    return datetime.fromtimestamp(said, UTC)
