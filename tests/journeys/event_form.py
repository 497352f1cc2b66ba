"""Filling in the form of an event as a leader does."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

RIGA = ZoneInfo("Europe/Riga")
TUESDAY = 1


def first_tuesday() -> date:
    """The first Tuesday of a coming month in which the event is to be."""
    day = datetime.now(RIGA).date() + timedelta(days=1)
    while day.weekday() != TUESDAY or day.day > 7 or day.month in (7, 8):
        day += timedelta(days=1)
    return day


def close_calendars(page):
    """A click beside it closes a little calendar, also one that opened late."""
    for _ in range(20):
        if not page.locator(".xdsoft_datetimepicker:visible").count():
            return
        page.locator("#id_summary").click()
        page.wait_for_timeout(250)


def write(page, field: str, text: str):
    """As by hand: the little calendar beside the field closes at the next click."""
    page.fill(field, text)
    page.locator("#id_summary").click()


def tick(page, name: str, value: int):
    page.locator(f"input[name={name}][value='{value}']").check()


def hand_in(page):
    page.locator("footer [data-controller~=w-dropdown] button[aria-expanded]").first.click()
    page.locator("button[name=action-submit]").first.click()
    page.locator(".messages li.success").wait_for()
