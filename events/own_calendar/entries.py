"""What stands in a person's own calendar."""

from dataclasses import replace

from django.db.models import Q

from communities.models.cards import community_cards
from core.audience import Audience
from events.feeds import entries_of
from events.icalendar.entry import Entry, Status, uid_of
from events.models import EventPage, OwnCalendar, SignUp


def own_entries(visit, calendar: OwnCalendar, locale_id: int, host: str) -> list[Entry]:
    """The events that the person signed up for, at those times, and those of the communities."""
    seen = EventPage.objects.open_to(Audience.open_to(calendar.person), visit.now)
    mine = _sign_ups_of(calendar.person)
    chosen = set(calendar.community_keys)
    cards = [each for each in community_cards(visit, locale_id) if str(each.key) in chosen]
    of_communities = (
        seen.filter(locale_id=locale_id).of_communities(cards) if cards else seen.none()
    )
    entries = entries_of(visit, of_communities.exclude(translation_key__in=mine))
    signed_up = {uid_of(key, host): sign_ups for key, sign_ups in mine.items()}
    pages = _in_language(seen.filter(translation_key__in=mine), locale_id)
    theirs = (_as_signed_up(entry, signed_up[entry.uid]) for entry in entries_of(visit, pages))
    return [*(entry for entry in theirs if entry.occurrences), *entries]


def _sign_ups_of(person) -> dict:
    """The person's sign-ups by the keys of their events."""
    rows = SignUp.objects.standing().filter(person=person, seating__erased_at=None)
    found: dict = {}
    for each in rows.select_related("seating").order_by("pk"):
        found.setdefault(each.seating.event_key, []).append(each)
    return found


def _in_language(pages, locale_id: int):
    """The pages in this language, and the Latvian ones of events that are not in it."""
    own = pages.filter(locale_id=locale_id)
    known = own.order_by().values("translation_key")
    others = Q(locale__language_code="lv") & ~Q(translation_key__in=known)
    return pages.filter(Q(locale_id=locale_id) | others)


def _as_signed_up(entry: Entry, sign_ups: list[SignUp]) -> Entry:
    """The event at the times that the person signed up for; tentative as long as all wait."""
    days = {each.seating.of for each in sign_ups}
    if None not in days:
        times = tuple(one for one in entry.occurrences if one.of in days)
        entry = replace(entry, occurrences=times, bare_rule=None)
    waits = all(each.is_waiting for each in sign_ups)
    if waits and entry.status is not Status.CANCELLED:
        entry = replace(entry, status=Status.TENTATIVE)
    return entry
