"""Events of others in the calendar, each with the name of the calendar that it is from."""

from django.db.models import F
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from core.visit import shared_pieces
from events.calendar.asked import Asked
from events.calendar.periods import View
from events.models.outside import OutsideEvent

MOST_TEXT = 600


def wanted_outside(asked: Asked, filters):
    """The events of others among what is asked for; of what kind and for whom nobody knows."""
    times = OutsideEvent.objects.filter(calendar__is_used=True)
    if asked.kind or asked.whom or asked.free:
        times = times.filter(pk=0)
    if asked.community:
        cards = [filters.community, *filters.around] if filters.community else []
        keys = [card.key for card in cards]
        times = times.filter(calendar__community_key__in=keys) if keys else times.filter(pk=0)
    times = times.annotate(source=F("calendar__name"))
    return times if asked.view == View.LIST else times.defer("text")


@shared_pieces
def outside_rows(visit, events: list[OutsideEvent], locale_id: int, with_text: bool) -> dict:
    """The rows of these events, each written once, with their source; with their text if asked."""
    year = timezone.localdate(visit.now).year
    return {
        event: SafeString(
            render_to_string(
                "events/outside_row.html",
                {"shown": event, "year": year, "text": _beginning(event.text) if with_text else ""},
            )
        )
        for event in events
    }


def _beginning(text: str) -> str:
    """So much of it as a list has room for; no word, and so no link, is cut."""
    if len(text) <= MOST_TEXT:
        return text
    return f"{text[:MOST_TEXT].rsplit(None, 1)[0]} …"
