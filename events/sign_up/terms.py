"""What one signs up for at an event, as its kept times say it."""

from datetime import date

from events.models import EventPage, KeptOccurrence, Seating
from events.models.timing import Frequencies
from events.sign_up.standing import Term, term_of


def is_for_each(page: EventPage) -> bool:
    """Whether one signs up for each time on its own."""
    said = page.timed
    is_again = said.repeats != Frequencies.ONCE
    return is_again and said.signs_up_for == EventPage.SignsUpFor.EACH


def term_at(event_key, of: date | None) -> Term:
    """All times of the event together, or the one that is of this day by the rule."""
    times = KeptOccurrence.objects.filter(event_key=event_key).order_by("starts_at", "pk")
    return term_of(of, list(times if of is None else times.filter(of=of)))


def terms_of(page: EventPage) -> list[Term]:
    """Everything that one can sign up for, the earliest first."""
    times = page.occurrences
    if not is_for_each(page):
        return [term_of(None, times)]
    return [term_of(each.of, [each]) for each in times]


def seatings_of(page: EventPage, terms: list[Term]) -> list[Seating]:
    """The seats of these, in their order; not kept yet where nobody has signed up."""
    rows = Seating.objects.filter(event_key=page.translation_key)
    kept = {each.of: each for each in rows}
    capacity = page.timed.capacity
    return [
        kept.get(term.of) or Seating(event_key=page.translation_key, of=term.of, capacity=capacity)
        for term in terms
    ]


def source_of(event_key) -> EventPage | None:
    """The page that all translations of the event follow."""
    pages = EventPage.objects.filter(translation_key=event_key, locale__language_code="lv")
    return pages.first()
