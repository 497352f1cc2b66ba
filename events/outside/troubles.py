"""Why a calendar of others could not be fetched."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Trouble(models.TextChoices):
    """What went wrong, as an editor reads it."""

    ADDRESS = "address", _("The address is not one of a calendar: it has to begin with https://.")
    NOT_ALLOWED = (
        "not-allowed",
        _(
            "This site may not fetch calendars from there. Whoever runs the site allows it"
            " by adding the host to the setting OUTSIDE_CALENDAR_HOSTS."
        ),
    )
    NOT_PUBLIC = "not-public", _("The address leads into a closed network, which is refused.")
    UNREACHABLE = "unreachable", _("Nothing answers at this address. It is tried again each hour.")
    MOVED = (
        "moved",
        _("The calendar has moved to another address. Open it in a browser and write the new one."),
    )
    REFUSED = "refused", _("The calendar is not given out at this address. Ask its owner.")
    TOO_LARGE = "too-large", _("The calendar is larger than 2 MB. Ask its owner for a smaller one.")
    BROKEN_OFF = "broken-off", _("The calendar broke off half-way. It is tried again each hour.")
    UNREADABLE = (
        "unreadable",
        _("There is no calendar at this address. It has to lead to an iCalendar file (.ics)."),
    )


class Unfetched(Exception):
    """The calendar could not be fetched; `trouble` says why."""

    def __init__(self, trouble: Trouble):
        super().__init__(trouble.value)
        self.trouble = trouble
