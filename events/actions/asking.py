"""What came of an event: its organisers are asked, and whoever was there is told."""

from datetime import datetime, time, timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from communities.access import community_above, leaders_of
from events import results
from events.models import EventPage, KeptOccurrence, SignUp
from events.sign_up import telling
from members.access import editors
from notifications.actions import queue

MORNING = time(9)
# After the first morning they are asked twice more.
ASKED_AGAIN_AFTER = (timedelta(0), timedelta(days=7), timedelta(days=14))
# Whoever could not be asked for so long, as after a gap, is not asked any more.
LATEST = ASKED_AGAIN_AFTER[-1] + timedelta(days=7)


def ask_for_results(now: datetime):
    """Ask for the results of events of which the last time is over and nobody has said any."""
    for last in _last_times(now):
        page = results.awaiting_page(last.event_key, last.of)
        turn = _turn(last, now)
        if page is None or turn is None:
            continue
        for person in organisers(page):
            queue(
                kind=results.ASKED,
                about=f"event:{page.translation_key}:{last.of:%Y%m%d}:{turn}",
                now=now,
                person=person,
                context={"event": str(page.translation_key), "of": str(last.of), "turn": turn},
            )


def organisers(page: EventPage) -> list:
    """Who answers for an event: the leaders of its community, else the editors."""
    community = community_above(page)
    return (leaders_of(community.translation_key) if community else []) or editors()


def tell_results(*, page: EventPage, now: datetime):
    """Tell those who had a seat that it can be read what came of it; each of each time once."""
    if page.locale.language_code != "lv":
        return
    for result in page.results.all():
        rows = SignUp.objects.confirmed().filter(
            seating__event_key=page.translation_key, person__isnull=False
        )
        if result.of:
            # Whoever signed up for a course later was not there yet.
            day_after = datetime.combine(result.of + timedelta(days=1), time.min)
            rows = rows.filter(signed_up_at__lt=timezone.make_aware(day_after))
            rows = rows.filter(Q(seating__of=None) | Q(seating__of=result.of))
        for sign_up in rows.select_related("person").order_by("pk"):
            what = f"result:{result.of or ''}"
            telling.tell(sign_up, results.THERE, what, now)


def _last_times(now: datetime):
    """The last time of each event that ended lately, with nothing to come."""
    today = timezone.localdate(now)
    lately = KeptOccurrence.objects.beginning(today - LATEST - timedelta(days=60), today)
    lately = lately.filter(ends_at__lte=now, ends_at__gt=now - LATEST, is_cancelled=False)
    later = KeptOccurrence.objects.filter(
        event_key=OuterRef("event_key"), starts_at__gt=OuterRef("starts_at"), is_cancelled=False
    )
    return lately.filter(~Exists(later)).in_order()


def _turn(last: KeptOccurrence, now: datetime) -> int | None:
    """Which asking it is time for; None before the first morning."""
    asked_at = timezone.make_aware(datetime.combine(last.last_day + timedelta(days=1), MORNING))
    turns = [turn for turn, after in enumerate(ASKED_AGAIN_AFTER) if asked_at + after <= now]
    return turns[-1] if turns else None
