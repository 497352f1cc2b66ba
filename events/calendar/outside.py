"""Events of others in the calendar, each with the name of the calendar that it is from."""

from django.db.models import F
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from core.visit import shared_pieces
from events.calendar.asked import Asked
from events.models.outside import OutsideEvent


def wanted_outside(asked: Asked, filters):
    """The events of others among what is asked for; of what kind and for whom nobody knows."""
    times = OutsideEvent.objects.filter(calendar__is_used=True)
    if asked.kind or asked.whom or asked.free:
        times = times.filter(pk=0)
    if asked.community:
        cards = [filters.community, *filters.around] if filters.community else []
        keys = [card.key for card in cards]
        times = times.filter(calendar__community_key__in=keys) if keys else times.filter(pk=0)
    return times.annotate(source=F("calendar__name")).defer("text")


@shared_pieces
def outside_rows(visit, events: list[OutsideEvent], locale_id: int) -> dict:
    """The rows of these events, each written once; they know their source."""
    year = timezone.localdate(visit.now).year
    return {
        event: SafeString(
            render_to_string("events/outside_row.html", {"shown": event, "year": year})
        )
        for event in events
    }
