"""Events as calendars that people's own programs follow (RFC 5545)."""

from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from communities.models.cards import card_at
from core.audience import Audience
from events.icalendar.entry import Entry, Place, Status, uid_of
from events.models import EventPage, KeptOccurrence
from events.recurrence.rfc5545 import bare_rule
from events.said_of_times import Words, said_of_times
from events.times import horizon_of, occurrences_of

# What is over stays for so long in the calendars of those who follow.
KEPT_FOR = timedelta(days=90)
MOST_EVENTS = 1000
STATUS = {
    EventPage.Status.PLANNED: Status.TENTATIVE,
    EventPage.Status.CANCELLED: Status.CANCELLED,
}


def public_events(visit):
    """The events that everybody may read, as a queryset of pages of all languages."""
    return EventPage.objects.open_to([Audience.EVERYONE], visit.now)


def entries_of(visit, pages) -> list[Entry]:
    """What calendars say of these events: those of lately and to come, at most MOST_EVENTS."""
    since = timezone.localdate(visit.now) - KEPT_FOR
    times = KeptOccurrence.objects.filter(last_day__gte=since)
    keys = pages.order_by().values("translation_key")
    known = times.filter(event_key__in=keys).order_by().values("event_key").distinct()
    shown = pages.filter(translation_key__in=known).select_related("kind")
    shown = shown.prefetch_related("changes")
    shown = list(shown.order_by("-first_date", "pk")[:MOST_EVENTS])
    sources = _sources_of([page.translation_key for page in shown])
    found = (entry_of(page, sources.get(page.translation_key), visit) for page in shown)
    return [entry for entry in found if entry]


def entry_of(page, source, visit) -> Entry | None:
    """What calendars say of the event, when as its source says; None as long as it has no day."""
    series = source.series if source else None
    if series is None:
        return None
    today = timezone.localdate(visit.now)
    times = tuple(_in_language(page, source, occurrences_of(series, today)))
    if not times:
        return None
    card = card_at(visit, page.locale_id, page.path)
    zone = timezone.get_default_timezone()
    return Entry(
        uid=uid_of(page.translation_key, urlsplit(settings.SITE_URL).hostname),
        title=page.title,
        url=settings.SITE_URL + page.url_path,
        timing=series.timing,
        occurrences=times,
        created_at=page.first_published_at or visit.now,
        modified_at=page.last_published_at or visit.now,
        sequence=_sequence(page),
        summary=page.summary,
        place=_place(page),
        categories=(page.kind.name,) if page.kind else (),
        organiser=page.organiser_name or (card.title if card else ""),
        status=STATUS.get(page.status, Status.CONFIRMED),
        bare_rule=bare_rule(series, zone, max(horizon_of(today), times[-1].of)),
    )


def _in_language(page, source, times) -> list:
    """The times with what is said of them to readers of the page."""
    if page.pk == source.pk:
        return times
    said = said_of_times(page, source)
    return [
        replace(each, place=said[each.of].place.text, note=_note(said[each.of].note))
        if each.of in said
        else each
        for each in times
    ]


def _note(words: Words) -> str:
    # A place is found by its name in any language; a note is not understood in every one.
    return _("In Latvian: %(words)s") % {"words": words.text} if words.language else words.text


def _sequence(page) -> int:
    """A number that grows with every publication (section 3.8.7.4): the seconds since the first."""
    if not (page.first_published_at and page.last_published_at):
        return 0
    return int((page.last_published_at - page.first_published_at).total_seconds())


def _place(page) -> Place:
    has_point = page.latitude is not None and page.longitude is not None
    return Place(
        page.place_name,
        page.address,
        float(page.latitude) if has_point else None,
        float(page.longitude) if has_point else None,
    )


def _sources_of(keys) -> dict:
    """The Latvian page of each of the events, by its key: all translations share its times."""
    rows = ("changes", "pauses", "further_dates")
    sources = EventPage.objects.filter(locale__language_code="lv", translation_key__in=keys)
    return {page.translation_key: page for page in sources.prefetch_related(*rows)}
