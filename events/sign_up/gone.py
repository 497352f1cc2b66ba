"""The letter to those who signed up for an event of which the page is taken off the site."""

from datetime import datetime, timedelta

from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events.models import CalendarPage, EventPage, KeptOccurrence, Seating, SignUp
from events.sign_up import telling
from events.sign_up.terms import source_of
from events.templatetags.events import time_in_words
from notifications.kinds import Kind, register
from notifications.links import absolute

EVENT_GONE = "events.event-gone"
# Stands for what people know of time and place as long as the page is off the site.
OFF_SITE = "off-site"
A_WEEK = timedelta(days=7)


def farewell(source: EventPage, seating: Seating, now: datetime) -> dict | None:
    """What the letter will say, whatever is left of the page by then; None of what is over."""
    times = KeptOccurrence.objects.filter(
        event_key=seating.event_key, ends_at__gt=now, is_cancelled=False
    )
    times = times if seating.of is None else times.filter(of=seating.of)
    first = times.order_by("starts_at", "pk").first() if source.takes_place else None
    if first is None:
        return None
    pages = EventPage.objects.filter(translation_key=seating.event_key)
    return {
        "titles": dict(pages.values_list("locale__language_code", "title")),
        "first": {
            "day": first.day.isoformat(),
            "last_day": first.last_day.isoformat(),
            "starts_at": first.starts_at.isoformat(),
            "ends_at": first.ends_at.isoformat(),
            "is_all_day": first.is_all_day,
        },
        "organiser_phone": source.contact_phone,
        "organiser_email": source.contact_email,
    }


def tell_gone(seating: Seating, said: dict, now: datetime):
    """Write to everybody who has a seat or waits."""
    mine = SignUp.objects.standing().filter(seating=seating, person__isnull=False)
    for sign_up in mine.select_related("person").order_by("pk"):
        telling.tell(sign_up, EVENT_GONE, str(seating.news), now, said)


def _about(letter, now) -> dict:
    titles, first = letter.context["titles"], letter.context["first"]
    days = {name: parse_date(first[name]) for name in ("day", "last_day")}
    moments = {name: parse_datetime(first[name]) for name in ("starts_at", "ends_at")}
    time = KeptOccurrence(is_all_day=first["is_all_day"], **days, **moments)
    calendars = CalendarPage.objects.live().filter(locale__language_code=get_language())
    calendar = calendars.first()
    return {
        "title": titles.get(get_language()) or titles.get("lv", ""),
        "time": time_in_words(time),
        "calendar_url": absolute(calendar.url_path if calendar else "/"),
    }


def _may_receive(letter, now) -> bool:
    """Nothing is said of what came back to the site, nor to whoever cancelled meanwhile."""
    rows = SignUp.objects.select_related("seating").filter(person=letter.person_id)
    sign_up = rows.filter(pk=letter.context["sign_up"]).first()
    source = source_of(sign_up.seating.event_key) if sign_up else None
    if source is None:
        # Of a deleted event all are cancelled.
        return sign_up is not None
    return not (source.live or sign_up.is_cancelled)


def register_kind():
    """Register it, once, when Django starts."""
    label, template = _("An event was taken off the site"), "events/letters/event_gone.txt"
    register(Kind(EVENT_GONE, template, _may_receive, _about, label, A_WEEK))
