"""Events in the words of schema.org."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language

from core.structured_data import organization

STATUS = {
    "cancelled": "https://schema.org/EventCancelled",
    "moved": "https://schema.org/EventRescheduled",
}
SCHEDULED = "https://schema.org/EventScheduled"
# So many of the coming times are told; a series has more of them in its own feed.
TIMES_TOLD = 10


def events(page, shell, now) -> list[dict]:
    """The coming times of an event, or its last one, each as an event of its own."""
    times = page.occurrences
    coming = [each for each in times if each.ends_at > now] or times[-1:]
    return [_event(page, shell, each) for each in coming[:TIMES_TOLD]]


def _event(page, shell, occurrence) -> dict:
    is_cancelled = occurrence.is_cancelled or not page.takes_place
    status = STATUS["cancelled"] if is_cancelled else STATUS.get(page.status, SCHEDULED)
    if occurrence.is_moved and not is_cancelled:
        status = STATUS["moved"]
    piece = {
        "@type": "Event",
        "name": page.title,
        "url": settings.SITE_URL + page.url_path,
        "startDate": _moment(occurrence.starts_at, occurrence.is_all_day),
        "endDate": _end(occurrence),
        "eventStatus": status,
        "eventAttendanceMode": _mode(page),
        "inLanguage": get_language(),
        "organizer": _organizer(page, shell),
        "location": _places(page),
        "isAccessibleForFree": not page.price,
    }
    if page.summary:
        piece["description"] = page.summary
    if shell.meta and shell.meta.picture:
        piece["image"] = [shell.meta.picture.url]
    return {name: value for name, value in piece.items() if value not in (None, [])}


def _moment(moment, is_all_day: bool) -> str:
    local = timezone.localtime(moment)
    return local.date().isoformat() if is_all_day else local.isoformat(timespec="seconds")


def _end(occurrence) -> str:
    if occurrence.is_all_day:
        return occurrence.last_day.isoformat()
    return _moment(occurrence.ends_at, False)


def _mode(page) -> str:
    if page.online_url:
        mode = "MixedEventAttendanceMode" if page.place_name else "OnlineEventAttendanceMode"
    else:
        mode = "OfflineEventAttendanceMode"
    return f"https://schema.org/{mode}"


def _places(page) -> list[dict]:
    places = []
    if page.place_name or page.address:
        place = {"@type": "Place", "name": page.place_name or page.address}
        if page.address:
            place["address"] = page.address
        if page.latitude is not None and page.longitude is not None:
            place["geo"] = {
                "@type": "GeoCoordinates",
                "latitude": float(page.latitude),
                "longitude": float(page.longitude),
            }
        places.append(place)
    if page.online_url:
        address = settings.SITE_URL + page.url_path
        places.append({"@type": "VirtualLocation", "url": address})
    return places


def _organizer(page, shell) -> dict:
    if page.organiser_name:
        return {"@type": "Organization", "name": page.organiser_name}
    return organization(shell.site)
