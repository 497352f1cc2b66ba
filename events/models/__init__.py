"""Events as they are kept: pages, the times at which they take place, their kinds."""

from events.models.certificates import Certificate
from events.models.kinds import EventKind
from events.models.occurrences import KeptOccurrence
from events.models.outside import OutsideCalendar, OutsideEvent
from events.models.own_calendar import OwnCalendar
from events.models.pages import CalendarPage, EventPage, EventTag
from events.models.parts import (
    EventResult,
    FurtherDate,
    ProgrammeItem,
    SeriesChange,
    SeriesPause,
)
from events.models.proposing import Proposal
from events.models.sign_up_page import SignUpQuestion
from events.models.signing_up import Attendance, Seating, SignUp

__all__ = [
    "Attendance",
    "CalendarPage",
    "Certificate",
    "EventKind",
    "EventPage",
    "EventResult",
    "EventTag",
    "FurtherDate",
    "KeptOccurrence",
    "OutsideCalendar",
    "OutsideEvent",
    "OwnCalendar",
    "ProgrammeItem",
    "Proposal",
    "Seating",
    "SeriesChange",
    "SeriesPause",
    "SignUp",
    "SignUpQuestion",
]
