"""What sign-ups keep about people."""

from events.actions import forget_person
from events.certificates.seals import holder_seal
from events.models import Certificate, EventPage, SignUp
from members.privacy import Holder
from members.privacy.mentions import forget_mentions, names_of


def export(person) -> dict:
    """What the person signed up for and was given certificates of, and whom they entered."""
    mine = SignUp.objects.filter(person=person).select_related("seating").order_by("pk")
    keys = {each.seating.event_key for each in mine}
    pages = EventPage.objects.filter(translation_key__in=keys, locale__language_code="lv")
    titles = dict(pages.values_list("translation_key", "title"))
    return {
        "sign_ups": [_exported(each, titles.get(each.seating.event_key, "")) for each in mine],
        "certificates": list(
            Certificate.objects.filter(holder_seal=holder_seal(person))
            .order_by("pk")
            .values("code", "name", "title", "first_day", "last_day", "sessions", "issued_at")
        ),
        "entered": SignUp.objects.filter(entered_by=person).count(),
    }


def _exported(sign_up: SignUp, title: str) -> dict:
    names = ("name", "party_size", "state", "answers", "pick_up", "note", "language")
    times = ("signed_up_at", "changed_at", "cancelled_at")
    return {
        "event": title,
        "of": sign_up.seating.of,
        **{name: getattr(sign_up, name) for name in (*names, *times)},
        "came": list(sign_up.attendance.order_by("of").values("of", "came")),
    }


def erase(person, now):
    """Forget what the person signed up for; what is to come is cancelled."""
    names = names_of(person)
    forget_person(person=person, names=names, now=now)
    forget_mentions(SignUp.objects.all(), names, texts=["name", "note"], structures=["answers"])


HOLDER = Holder("sign-ups", export, erase, tables=("events.SignUp", "events.Certificate"))
