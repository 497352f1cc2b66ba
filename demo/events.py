"""The demo's events: what takes place around the day on which the site is built."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from core.models import HubImage
from demo.drawings import draw
from demo.texts import Texts, read
from events.models import (
    CalendarPage,
    EventKind,
    EventPage,
    EventResult,
    FurtherDate,
    ProgrammeItem,
    SeriesChange,
)
from events.models.timing import rule_of
from events.recurrence.problems import nearest_day

PLAIN = ("organiser", "organiser_name", "for_whom", "status")
# What the data file calls the parts of a rule.
RULE = {
    "repeats": "repeats",
    "every": "repeat_every",
    "weekdays": "repeat_weekdays",
    "ordinals": "repeat_ordinals",
    "months_off": "months_off",
}
WORDS = {"access": "access_note", "price": "price", "reason": "status_reason"}


def day_of(said: dict, today: date) -> date:
    """The day of the data file: so many days or weeks from today, or a month of another year."""
    if "days" in said:
        return today + timedelta(days=said["days"])
    if "month" in said:
        return date(today.year + said["years"], said["month"], 1)
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(weeks=said["week"], days=said["weekday"])


def timing_of(told: dict) -> dict:
    """The hours and the rule, in the words of the page."""
    hours = {name: _time(told[name]) for name in ("starts", "ends") if name in told}
    rule = {name: told[key] for key, name in RULE.items() if key in told}
    return hours | rule


def set_days(page, told: dict, today: date):
    """Give the page its first day, which fits its rule, and the further ones of a list."""
    page.first_date = nearest_day(rule_of(page), day_of(told["day"], today))
    if "days" in told:
        page.last_date = page.first_date + timedelta(days=told["days"])
    page.further_dates = [
        FurtherDate(date=page.first_date + timedelta(days=days)) for days in told.get("further", ())
    ]


def told_events() -> list[dict]:
    """All events of the data file; those workshops that differ by their place alone among them."""
    data = read("events")
    names = {community["slug"]: community["name"] for community in read("communities")}
    shared = data["workshops"]
    return data["events"] + [_workshop(shared, row, names) for row in shared["places"]]


def _workshop(shared: dict, row: dict, names: dict) -> dict:
    name = names[row["community"]]
    title = {code: text.format(name=name[code]) for code, text in shared["title"].items()}
    common = {key: shared[key] for key in ("slug", "summary", "body", "programme")}
    timing = {"starts": "17:30", "ends": "20:30", "kind": "darbnica"}
    results = [row["result"]] if "result" in row else []
    sign_up = {} if results else {"sign_up": {"capacity": 60, "most_in_party": 8}}
    return common | timing | sign_up | row | {"title": title, "results": results}


def add_events(builder, now: datetime):
    """Put the events into the calendar and below their communities; those there already stay."""
    calendar = CalendarPage.objects.child_of(builder.home).get()
    kinds = {kind.slug: kind for kind in EventKind.objects.all()}
    scene = Scene(builder, kinds, timezone.localdate(now))
    for told in told_events():
        slug = told.get("community")
        parent = builder.child(builder.index, slug).specific if slug else calendar
        if not parent.get_children().filter(slug=told["slug"]["lv"]).exists():
            scene.add(parent, told)


@dataclass
class Scene:
    """What the events of the demo are made from."""

    builder: object
    kinds: dict[str, EventKind]
    today: date

    def add(self, parent, told: dict):
        """One event in both languages, published."""
        texts = Texts()
        page = EventPage(
            title=texts.take(told["title"]),
            slug=texts.take(told["slug"]),
            summary=texts.take(told["summary"]),
            kind=self.kinds[told["kind"]],
            place_name=told["place"],
            **{name: told[name] for name in PLAIN if name in told},
            **timing_of(told),
            **{name: texts.take(told[key]) for key, name in WORDS.items() if key in told},
            **self._sign_up(told),
            **self._picture(told, texts),
        )
        if "body" in told:
            page.body = texts.body(told["body"])
        set_days(page, told, self.today)
        self._add_rows(page, told, texts)
        page.communities = [
            self.builder.child(self.builder.index, slug).specific for slug in told.get("with", ())
        ]
        self.builder.add_page(parent, page, texts)

    def _sign_up(self, told: dict) -> dict:
        return {"takes_sign_ups": True, **told["sign_up"]} if "sign_up" in told else {}

    def _picture(self, told: dict, texts) -> dict:
        if "picture" not in told:
            return {}
        slug = told["slug"]["lv"]
        drawing = ContentFile(draw(told["picture"]["motif"], slug), f"{slug}.jpg")
        image = HubImage.objects.create(title=told["title"]["lv"], file=drawing)
        return {"picture": image, "picture_alt": texts.take(told["picture"]["alt"])}

    def _add_rows(self, page, told: dict, texts):
        days = [each.of for each in page.occurrences]
        self.past = [day for day in days if day < self.today]
        self.coming = [day for day in days if day >= self.today]
        locale = self.builder.home.locale
        for name, rows in (
            ("changes", [self._change(row, texts) for row in told.get("changes", ())]),
            ("programme", [_part(row, texts) for row in told.get("programme", ())]),
            ("results", [self._result(row, texts) for row in told.get("results", ())]),
        ):
            for row in rows:
                row.locale = locale
            setattr(page, name, rows)

    def _change(self, row: dict, texts) -> SeriesChange:
        return SeriesChange(
            of=self.coming[row["coming"]],
            is_skipped=row.get("skip", False),
            starts=_time(row.get("starts")),
            ends=_time(row.get("ends")),
            place=texts.take(row["place"]) if "place" in row else "",
            note=texts.take(row["note"]),
        )

    def _result(self, row: dict, texts) -> EventResult:
        return EventResult(
            of=self.past[-row["past"]] if "past" in row else None,
            attendance=row["attendance"],
            text=texts.take(row["text"]),
            needs=texts.take(row["needs"]) if "needs" in row else "",
        )


def _part(row: dict, texts) -> ProgrammeItem:
    latitude, longitude = row.get("at", (None, None))
    return ProgrammeItem(
        starts=_time(row["starts"]),
        ends=_time(row.get("ends")),
        title=texts.take(row["title"]),
        place=texts.take(row["place"]) if "place" in row else "",
        latitude=latitude,
        longitude=longitude,
        is_pick_up=row.get("is_pick_up", False),
    )


def _time(said: str | None) -> time | None:
    return time.fromisoformat(said) if said else None
