"""A course as its certificates see it: its times, who attended which, and what is enough."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from events.models import Attendance, Certificate, EventPage, KeptOccurrence, Seating, SignUp
from events.sign_up.listing import days_of


@dataclass(frozen=True)
class Course:
    """The times of a course that took or take place, and from how many there is a certificate."""

    page: EventPage
    seating: Seating
    times: list[KeptOccurrence]

    @property
    def ends_at(self) -> datetime | None:
        """When its last time is over; None while no day is known."""
        return max((each.ends_at for each in self.times), default=None)

    @property
    def enough(self) -> int:
        """From how many times there is a certificate: what the page says, else half of them."""
        half = (len(self.times) + 1) // 2
        return self.page.certificate_from or max(1, half)

    def is_over(self, now: datetime) -> bool:
        """Whether certificates can be issued already."""
        return self.ends_at is not None and self.ends_at <= now

    def minutes(self, attended: set[date]) -> int | None:
        """How long one was there; None where the page does not say hours."""
        mine = [each for each in self.times if each.of in attended]
        if self.page.ends is None or any(each.is_all_day for each in mine):
            return None
        return sum((each.ends_at - each.starts_at for each in mine), timedelta()) // timedelta(
            minutes=1
        )


@dataclass
class Participant:
    """Somebody who signed up, with the times attended and the certificate, if there is one."""

    sign_up: SignUp
    enough: int
    attended: set[date] = field(default_factory=set)

    @property
    def certificate(self) -> Certificate | None:
        return getattr(self.sign_up, "certificate", None)

    @property
    def has_enough(self) -> bool:
        """Whether they attended as often as it takes."""
        return len(self.attended) >= self.enough


def course_of(page: EventPage) -> Course:
    """The course; with seats that are not kept yet where nobody has signed up."""
    found = Seating.objects.filter(event_key=page.translation_key, of=None).first()
    seating = found or Seating(event_key=page.translation_key)
    return Course(page, seating, days_of(seating))


def participants_of(course: Course) -> list[Participant]:
    """All who have not cancelled and whose names are not deleted, in the order of names."""
    if course.seating.pk is None or course.seating.erased_at:
        return []
    rows = SignUp.objects.standing().filter(seating=course.seating)
    rows = rows.select_related("certificate", "person").order_by("name", "pk")
    times = {each.of for each in course.times}
    came = defaultdict(set)
    for sign_up, of in Attendance.objects.filter(
        sign_up__seating=course.seating, came__gt=0
    ).values_list("sign_up", "of"):
        came[sign_up].add(of)
    return [Participant(each, course.enough, came[each.pk] & times) for each in rows]
