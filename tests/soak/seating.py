"""Inside the site: events with few seats, people who want them, and what became of it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

from tests.soak.editing import PASSWORD

PEOPLE, SEATS, ROUNDS = 50, 10, 5
ALONE, PARTIES, CONTROL = "Slodzes vietas", "Slodzes ģimenes", "Slodzes kontrole"


def begin() -> dict:
    """People with a password, an event for every round; addresses of forms and of the list."""
    from django.urls import reverse
    from django.utils import timezone
    from django.utils.translation import override

    from events.models import CalendarPage
    from members.models import User
    from tests.events import making

    for number in range(PEOPLE):
        User.objects.create_user(address_of(number), PASSWORD, display_name=name_of(number))
    calendar = CalendarPage.objects.live().filter(locale__language_code="lv").get()
    day = timezone.localdate() + timedelta(days=30)
    titles = [*(f"{ALONE} {each}" for each in range(ROUNDS)), PARTIES, CONTROL]
    pages = [
        making.event(calendar, title, day, takes_sign_ups=True, capacity=SEATS) for title in titles
    ]
    with override("lv"):
        return {
            page.title: {
                "form": reverse("events:sign-up", args=[page.translation_key]),
                "list": reverse("events:sign-ups", args=[page.translation_key]),
                "seats": reverse("events:sign-ups-seats", args=[page.translation_key]),
            }
            for page in pages
        }


def address_of(number: int) -> str:
    return f"viesis{number}@kopa.test"


def name_of(number: int) -> str:
    return f"Viesis {number:02}"


def kept() -> dict:
    """For each of the events: who has seats, who waits in order, what is counted, letters."""
    from events.models import EventPage

    pages = EventPage.objects.filter(title__startswith="Slodzes ", locale__language_code="lv")
    return {page.title: _kept(page) for page in pages}


def _kept(page) -> dict:
    from django.db.models import Count, F

    from events.models import Seating
    from notifications.models import Letter

    seating = Seating.objects.filter(event_key=page.translation_key).first()
    if seating is None:
        return {}
    mine = seating.sign_ups
    letters = Letter.objects.filter(
        kind="events.sign-up-promoted", about__in=[f"sign-up:{each.pk}" for each in mine.all()]
    )
    doubled = mine.standing().values("person").annotate(times=Count("pk")).filter(times__gt=1)
    return {
        "confirmed": list(mine.confirmed().order_by("pk").values_list("name", "party_size")),
        "waiting": [[each.name, each.line] for each in mine.waiting()],
        "taken": seating.taken,
        "counted_waiting": seating.waiting,
        "capacity": seating.capacity,
        "doubled": doubled.count(),
        "promoted": list(letters.order_by("pk").values_list(F("person__display_name"), flat=True)),
    }


def overbook() -> int:
    """The control: all look whether there is room, and then write; how many have seats."""
    from django.db import connection
    from django.utils import timezone

    from events import actions
    from events.models import EventPage, Seating, SignUp

    page = EventPage.objects.get(title=CONTROL, locale__language_code="lv")
    seats, looked = actions.open_seating(page=page, of=None), Barrier(PEOPLE)

    def look_and_write(number):
        try:
            has_room = Seating.objects.get(pk=seats.pk).free
            looked.wait()
            if has_room:
                SignUp.objects.create(
                    seating=seats,
                    name=name_of(number),
                    state=SignUp.State.CONFIRMED,
                    signed_up_at=timezone.now(),
                    changed_at=timezone.now(),
                )
        finally:
            connection.close()

    with ThreadPoolExecutor(PEOPLE) as pool:
        list(pool.map(look_and_write, range(PEOPLE)))
    return seats.sign_ups.confirmed().count()
