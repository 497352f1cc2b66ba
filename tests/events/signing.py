"""Making people who sign up, and counting what there is of them."""

from datetime import UTC, date, datetime

from django.db.models import Sum

from events import actions
from events.actions import Wish
from events.models import Seating, SignUp
from notifications.models import Letter
from tests import world
from tests.events import making

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
DAY = date(2026, 12, 5)


def event(site, title="Brauciens uz Siguldu", day=DAY, **fields):
    """An event for which one signs up; published below the calendar."""
    fields = {"takes_sign_ups": True, "capacity": 3, **fields}
    return making.event(making.calendar(site), title, day, **fields)


def somebody(name: str):
    """A person by an address of theirs."""
    return world.person(f"{name}@example.test", display_name=name.title())


def come(page, name: str, size=1, *, of=None, now=NOW, **wish) -> SignUp:
    """Somebody of this name signs up with so many people."""
    wish = Wish(party_size=size, name=name, language="lv", **wish)
    return actions.sign_up(page=page, of=of, person=somebody(name), wish=wish, now=now)


def states(page) -> dict[str, str]:
    """Who has signed up, by name, and how that stands."""
    rows = SignUp.objects.filter(seating__event_key=page.translation_key).order_by("pk")
    return {row.name: row.state if row.place is None else f"waiting {row.line}" for row in rows}


def seating(page, of=None) -> Seating:
    return Seating.objects.get(event_key=page.translation_key, of=of)


def letters(kind: str) -> list[str]:
    """To whom letters of the kind were queued, in order."""
    rows = Letter.objects.filter(kind=f"events.{kind}").order_by("pk")
    return [row.person.display_name.lower() for row in rows.select_related("person")]


def assert_counted(page):
    """What is counted is what there is."""
    for each in Seating.objects.filter(event_key=page.translation_key):
        confirmed = each.sign_ups.confirmed().aggregate(people=Sum("party_size"))["people"] or 0
        assert each.taken == confirmed
        assert each.waiting == each.sign_ups.waiting().count()


def kept(page, person=None) -> SignUp:
    """A sign-up for the event, whenever it takes place and whatever it takes."""
    seats = actions.open_seating(page=page, of=None)
    Seating.objects.filter(pk=seats.pk).update(taken=1)
    return SignUp.objects.create(
        seating=seats,
        person=person,
        name="Klusais Viesis",
        state=SignUp.State.CONFIRMED,
        signed_up_at=NOW,
        changed_at=NOW,
    )
