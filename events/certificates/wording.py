"""What a certificate says, in the active language."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import Certificate

MINUTES_OF_HOUR = 60


def days_in_words(certificate: Certificate) -> str:
    """The days from the first to the last time."""
    first = date_format(certificate.first_day, "DATE_FORMAT")
    if certificate.first_day == certificate.last_day:
        return first
    return f"{first} – {date_format(certificate.last_day, 'DATE_FORMAT')}"


def attended_in_words(certificate: Certificate) -> str:
    """How many of the times were attended, and how long that was where it is known."""
    times = ngettext(
        "Attended %(number)s time of %(all)s",
        "Attended %(number)s times of %(all)s",
        certificate.sessions,
    ) % {"number": certificate.sessions, "all": certificate.of_sessions}
    return f"{times}, {length_in_words(certificate.minutes)}" if certificate.minutes else times


def length_in_words(minutes: int) -> str:
    """Hours and the minutes that are left."""
    hours, left = divmod(minutes, MINUTES_OF_HOUR)
    said = []
    if hours:
        said.append(ngettext("%(number)s hour", "%(number)s hours", hours) % {"number": hours})
    if left:
        said.append(ngettext("%(number)s minute", "%(number)s minutes", left) % {"number": left})
    return " ".join(said)


def number_in_words(certificate: Certificate) -> str:
    """The number and the day on which it was issued."""
    day = date_format(timezone.localdate(certificate.issued_at), "SHORT_DATE_FORMAT")
    return _("No. %(number)s, %(day)s") % {"number": certificate.number, "day": day}
