"""What of events is searched, and which of those found are still to come."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from core.entries import sources
from core.entries.ranking import Candidate
from core.entries.sources import Kind, Source
from core.translation.state import code_of
from events.models import KeptOccurrence

EVENT = Kind("event", _("Events"))


def register_sources():
    """Let events be searched as such, once, when Django starts."""
    events = Source(EVENT, words_of=words_of_event, day_of=_first_day)
    sources.register("events.EventPage", events)


def words_of_event(page) -> list[str]:
    """What an event is found by beside its text: what and whose it is, where, and its tags."""
    kind = page.kind
    named = [kind.name_en if code_of(page.locale_id) == "en" else kind.name_lv] if kind else []
    return [*named, page.address, page.organiser_name, *(tag.name for tag in page.tags.all())]


def next_days(keys: Iterable[UUID], today: date) -> dict[UUID, date]:
    """Of the events with these keys, those that are still to come, and on which day next."""
    coming = KeptOccurrence.objects.filter(event_key__in=list(keys), last_day__gte=today)
    rows = coming.filter(is_cancelled=False).order_by("-day", "-pk")
    return dict(rows.values_list("event_key", "day"))


def with_times(candidates: list[Candidate], today: date) -> list[Candidate]:
    """The candidates; those that are events know whether they are to come, and on which day."""
    keys = {one.page_key for one in candidates if one.kind == EVENT.key}
    days = next_days(keys, today) if keys else {}
    return [
        replace(one, is_to_come=one.page_key in days, day=days.get(one.page_key, one.day))
        if one.page_key in keys
        else one
        for one in candidates
    ]


def _first_day(page) -> date | None:
    return page.first_date
