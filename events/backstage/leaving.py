"""What whoever takes an event off the site reads before: how many people have signed up."""

from django.db.models import Count, Exists, OuterRef, Q, Sum
from django.utils import timezone
from django.utils.translation import ngettext

from events.models import EventPage, KeptOccurrence, SignUp


def sign_ups_in_words(page) -> str:
    """How many people have signed up for what is to come of the page and those below it."""
    pages = EventPage.objects.descendant_of(page, inclusive=True).live()
    pages = pages.filter(locale__language_code="lv").exclude(status=EventPage.Status.CANCELLED)
    times = KeptOccurrence.objects.filter(
        event_key=OuterRef("seating__event_key"), ends_at__gt=timezone.now(), is_cancelled=False
    )
    is_to_come = Q(Exists(times), seating__of=None) | Q(
        Exists(times.filter(of=OuterRef("seating__of")))
    )
    keys = pages.order_by().values("translation_key")
    rows = SignUp.objects.standing().filter(is_to_come, seating__event_key__in=keys)
    said = rows.aggregate(people=Sum("party_size"), by_hand=Count("pk", filter=Q(person=None)))
    if not said["people"]:
        return ""
    words = ngettext(
        "%(count)d person has signed up for what is to come here. As soon as it is off the site, "
        "a letter says that it does not take place.",
        "%(count)d people have signed up for what is to come here. As soon as it is off the site, "
        "letters tell them that it does not take place.",
        said["people"],
    ) % {"count": said["people"]}
    return f"{words} {_by_hand(said['by_hand'])}".strip()


def _by_hand(count: int) -> str:
    if not count:
        return ""
    words = ngettext(
        "%(count)d sign-up was written down by hand and has no address: call yourself.",
        "%(count)d sign-ups were written down by hand and have no address: call them yourself.",
        count,
    )
    return words % {"count": count}
