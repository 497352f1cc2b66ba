"""Who signed up is forgotten in time; how many they were is not."""

import json
from datetime import UTC, datetime, timedelta

from django.core.serializers.json import DjangoJSONEncoder

from events import actions, kept
from events.models import Seating, SignUp
from tests.events import signing
from tests.events.signing import NOW, come, states

ENDS = datetime(2026, 12, 5, 18, tzinfo=UTC)


def build(site):
    site.page = signing.event(site, erase_after_days=10)


def test_names_and_answers_vanish_so_many_days_after_the_end_and_counts_stay(site):
    anna = come(site.page, "anna", 2, answers={"1": "Alerģija"}, pick_up="Gulbene")
    come(site.page, "berta", 1)
    actions.check_in(sign_up=anna, of=signing.DAY, came=1)
    actions.forget_past(ENDS + timedelta(days=10, seconds=-1))
    assert states(site.page) == {"anna": "confirmed", "berta": "confirmed"}
    for _ in range(2):
        actions.forget_past(ENDS + timedelta(days=10))
    rows = list(SignUp.objects.values("name", "answers", "pick_up", "person", "party_size"))
    assert rows == [
        {"name": "", "answers": {}, "pick_up": "", "person": None, "party_size": size}
        for size in (2, 1)
    ]
    seats = Seating.objects.get()
    assert (seats.people_confirmed_at_end, seats.people_came) == (3, 1)
    assert seats.erased_at == ENDS + timedelta(days=10)


def test_nothing_of_a_deleted_event_is_kept_for_ever(site):
    come(site.page, "anna")
    site.page.delete()
    actions.forget_past(NOW + timedelta(days=29))
    assert SignUp.objects.get().name == "anna"
    actions.forget_past(NOW + timedelta(days=30))
    assert SignUp.objects.get().name == ""


def test_people_have_what_is_kept_about_them(site):
    anna = come(site.page, "anna", 2, answers={"1": "Alerģija"}, note="Zvanīt vakarā")
    told = json.dumps(kept.export(anna.person), cls=DjangoJSONEncoder, ensure_ascii=False)
    for words in ("Brauciens uz Siguldu", "Alerģija", "Zvanīt vakarā", "confirmed"):
        assert words in told
    assert kept.export(signing.somebody("cita"))["sign_ups"] == []


def test_whoever_is_erased_gives_the_seat_to_the_next(site):
    anna = come(site.page, "anna", 3, answers={"1": "Alerģija"})
    come(site.page, "berta")
    by_hand = actions.sign_up(
        page=site.page,
        of=None,
        person=None,
        wish=actions.Wish(name="Kaimiņš", note="Anna viņu pazīst"),
        now=NOW,
        entered_by=anna.person,
    )
    kept.erase(anna.person, NOW)
    anna.refresh_from_db()
    by_hand.refresh_from_db()
    assert (anna.state, anna.name, anna.answers, anna.person) == ("cancelled", "", {}, None)
    assert states(site.page)["berta"] == "confirmed"
    assert by_hand.entered_by is None
    assert "Anna" not in by_hand.note
    assert signing.letters("sign-up-promoted") == ["berta"]


def test_what_is_over_stays_counted_when_somebody_is_erased(site):
    anna = come(site.page, "anna", 2)
    kept.erase(anna.person, ENDS + timedelta(days=1))
    anna.refresh_from_db()
    assert (anna.state, anna.party_size, anna.name) == ("confirmed", 2, "")
