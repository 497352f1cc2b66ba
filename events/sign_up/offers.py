"""What an event's page and form offer: each time with its seats and how it stands."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from events.models import EventPage, KeptOccurrence, Seating
from events.sign_up.standing import Standing, Term, standing_of
from events.sign_up.terms import is_for_each, seatings_of, term_at, terms_of

SHOWN = 6


@dataclass(frozen=True)
class Offer:
    """Something to sign up for, as it stands now."""

    term: Term
    seating: Seating
    standing: Standing
    page: EventPage

    @property
    def most(self) -> int:
        """How many people one may sign up at most."""
        timed = self.page.timed
        # A certificate is for one person.
        most = 1 if timed.gives_certificates else timed.most_in_party
        return most if self.seating.capacity is None else min(most, self.seating.capacity)

    @property
    def query(self) -> str:
        """What its address ends with."""
        return f"?of={self.term.of.isoformat()}" if self.term.of else ""

    @property
    def erased_on(self) -> date | None:
        """The day on which names and answers are deleted."""
        if self.term.ends_at is None:
            return None
        days = timedelta(days=self.page.timed.erase_after_days)
        return timezone.localdate(self.term.ends_at + days)

    @property
    def times(self) -> list[KeptOccurrence]:
        """The next times that it is about."""
        return times_of(self.page.translation_key, self.term.of)


def times_of(event_key, of: date | None) -> list[KeptOccurrence]:
    """The first times that a sign-up is about, those that do not take place left out."""
    times = KeptOccurrence.objects.filter(event_key=event_key, is_cancelled=False)
    times = times if of is None else times.filter(of=of)
    return list(times.order_by("starts_at", "pk")[:SHOWN])


def offers_of(page: EventPage, now: datetime) -> list[Offer]:
    """Everything that one can sign up for and that is not over, the earliest first."""
    terms = terms_of(page)
    if is_for_each(page):
        terms = [term for term in terms if term.ends_at and term.ends_at > now]
    return [
        Offer(term, seating, standing_of(page.timed, seating, term, now), page)
        for term, seating in zip(terms, seatings_of(page, terms), strict=True)
    ]


def offer_at(page: EventPage, seating: Seating, now: datetime) -> Offer:
    """How one of them stands."""
    term = term_at(page.translation_key, seating.of)
    return Offer(term, seating, standing_of(page.timed, seating, term, now), page)
