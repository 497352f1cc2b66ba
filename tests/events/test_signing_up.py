"""Seats are counted in people, given in order, and never given twice."""

from datetime import UTC, date, datetime, timedelta

import pytest

from core import stamp
from events import actions
from events.actions import Wish
from events.models import EventPage, SeriesChange, SignUp
from events.models.timing import Frequencies
from events.sign_up.standing import Standing, standing_of
from events.sign_up.terms import seatings_of, term_at, terms_of
from members.actions import person_for_address
from members.pending import Refused
from tests.events import signing
from tests.events.signing import NOW, assert_counted, come, letters, states


def build(site):
    site.page = signing.event(site)


def standing(page, now=NOW):
    [seats] = seatings_of(page, terms_of(page))
    return standing_of(page, seats, term_at(page.translation_key, None), now)


def test_whoever_comes_has_a_seat_until_none_is_left_and_then_waits_in_order(site):
    for name in ("anna", "berta", "cilda", "dora", "elza"):
        come(site.page, name)
    assert list(states(site.page).values()) == [*["confirmed"] * 3, "waiting 1", "waiting 2"]
    assert letters("sign-up-confirmed") == ["anna", "berta", "cilda"]
    assert letters("sign-up-waiting") == ["dora", "elza"]
    assert_counted(site.page)


def test_to_sign_up_twice_is_to_sign_up_once(site):
    anna = signing.somebody("anna")
    wish = Wish(party_size=2, name="Anna")
    twice = [
        actions.sign_up(page=site.page, of=None, person=anna, wish=wish, now=NOW) for _ in range(2)
    ]
    again = person_for_address(address="ANNA@Example.Test", language="lv", now=NOW)
    twice.append(actions.sign_up(page=site.page, of=None, person=again, wish=wish, now=NOW))
    assert len({each.pk for each in twice}) == 1
    assert signing.seating(site.page).taken == 2
    assert letters("sign-up-confirmed") == ["anna"]


def test_a_party_has_seats_together_or_waits_together(site):
    come(site.page, "anna", 2)
    come(site.page, "berta", 2)
    come(site.page, "cilda")
    assert states(site.page) == {"anna": "confirmed", "berta": "waiting 1", "cilda": "waiting 2"}
    assert_counted(site.page)


def test_a_party_that_is_larger_than_all_seats_is_refused(site):
    with pytest.raises(Refused):
        come(site.page, "anna", 4)
    assert not SignUp.objects.exists()


def test_without_a_limit_everybody_has_a_seat(site):
    page = signing.event(site, "Talka", capacity=None)
    for name in ("anna", "berta"):
        come(page, name, 6)
    assert set(states(page).values()) == {"confirmed"}


def test_both_languages_share_the_seats(site):
    from tests import world

    english = world.translated(site.page)
    come(site.page, "anna", 2)
    come(english, "berta", 1)
    come(english, "cilda", 1)
    assert states(site.page) == {
        "anna": "confirmed",
        "berta": "confirmed",
        "cilda": "waiting 1",
    }


def test_three_cancel_and_three_move_up_in_order_each_told_once(site):
    for name in ("anna", "berta", "cilda", "dora", "elza", "frida", "gita"):
        come(site.page, name)
    for name in ("berta", "anna", "cilda"):
        for _ in range(2):
            actions.cancel_sign_up(sign_up=SignUp.objects.get(name=name), now=NOW)
    assert states(site.page) == {
        **dict.fromkeys(("anna", "berta", "cilda"), "cancelled"),
        **dict.fromkeys(("dora", "elza", "frida"), "confirmed"),
        "gita": "waiting 1",
    }
    assert letters("sign-up-promoted") == ["dora", "elza", "frida"]
    assert letters("sign-up-cancelled") == ["berta", "anna", "cilda"]
    assert_counted(site.page)


def test_whoever_is_first_is_waited_for(site):
    first = come(site.page, "anna", 2)
    come(site.page, "berta", 1)
    come(site.page, "cilda", 3)
    come(site.page, "dora", 1)
    actions.cancel_sign_up(sign_up=first, now=NOW)
    assert states(site.page)["cilda"] == "waiting 1"
    assert states(site.page)["dora"] == "waiting 2"
    come(site.page, "elza")
    assert states(site.page)["elza"] == "waiting 3"
    actions.cancel_sign_up(sign_up=SignUp.objects.get(name="cilda"), now=NOW)
    assert states(site.page)["dora"] == states(site.page)["elza"] == "confirmed"
    assert_counted(site.page)


def test_whoever_cancelled_may_come_again_at_the_end_of_the_line(site):
    come(site.page, "anna", 3)
    berta = come(site.page, "berta")
    come(site.page, "cilda")
    actions.cancel_sign_up(sign_up=berta, now=NOW)
    wish = Wish(name="Berta vēlreiz")
    actions.sign_up(page=site.page, of=None, person=berta.person, wish=wish, now=NOW)
    assert states(site.page)["Berta vēlreiz"] == "waiting 2"


def test_more_seats_are_given_at_once_and_fewer_throw_nobody_out(site):
    for name in ("anna", "berta", "cilda", "dora", "elza"):
        come(site.page, name)
    seats = signing.seating(site.page)
    promoted = actions.set_capacity(seating=seats, capacity=4, now=NOW)
    assert [each.name for each in promoted] == ["dora"]
    actions.set_capacity(seating=seats, capacity=2, now=NOW)
    assert list(states(site.page).values()) == [*["confirmed"] * 4, "waiting 1"]
    actions.cancel_sign_up(sign_up=SignUp.objects.get(name="anna"), now=NOW)
    assert states(site.page)["elza"] == "waiting 1"
    assert signing.seating(site.page).free == 0
    actions.set_capacity(seating=seats, capacity=None, now=NOW)
    assert states(site.page)["elza"] == "confirmed"
    assert_counted(site.page)


def test_a_party_for_which_there_are_no_seats_any_more_holds_nobody_up(site):
    come(site.page, "anna", 3)
    come(site.page, "berta", 3)
    cilda = come(site.page, "cilda", 1)
    seats = signing.seating(site.page)
    actions.set_capacity(seating=seats, capacity=2, now=NOW)
    actions.cancel_sign_up(sign_up=SignUp.objects.get(name="anna"), now=NOW)
    cilda.refresh_from_db()
    assert cilda.is_confirmed
    assert states(site.page)["berta"] == "waiting 1"


def test_a_party_grows_as_far_as_there_is_room_and_what_shrinks_gives_back(site):
    anna = come(site.page, "anna", 1)
    assert actions.change_sign_up(sign_up=anna, wish=wish(2), now=NOW).party_size == 2
    come(site.page, "berta", 1)
    with pytest.raises(Refused):
        actions.change_sign_up(sign_up=anna, wish=wish(3), now=NOW)
    come(site.page, "cilda", 1)
    actions.change_sign_up(sign_up=anna, wish=wish(1), now=NOW)
    assert states(site.page)["cilda"] == "confirmed"
    assert letters("sign-up-changed") == ["anna", "anna"]
    actions.change_sign_up(sign_up=anna, wish=wish(1), now=NOW)
    assert letters("sign-up-changed") == ["anna", "anna"]
    assert_counted(site.page)


def wish(size):
    return Wish(party_size=size, name="anna")


def test_what_was_cancelled_is_not_changed(site):
    anna = come(site.page, "anna")
    actions.cancel_sign_up(sign_up=anna, now=NOW)
    with pytest.raises(Refused):
        actions.change_sign_up(sign_up=anna, wish=wish(2), now=NOW)


def test_without_a_waiting_list_it_is_full(site):
    page = signing.event(site, "Kursi", capacity=1, has_waiting_list=False)
    come(page, "anna")
    assert standing(page) == Standing.FULL
    with pytest.raises(Refused):
        come(page, "berta")


def test_sign_up_is_open_between_its_moments_and_until_it_begins(site):
    begins = datetime(2026, 12, 5, 16, tzinfo=UTC)
    page = signing.event(
        site,
        "Kino",
        sign_up_opens_at=NOW,
        sign_up_closes_at=NOW + timedelta(days=2),
    )
    assert standing(page, NOW - timedelta(seconds=1)) == Standing.NOT_YET
    assert standing(page, NOW) == Standing.OPEN
    assert standing(page, NOW + timedelta(days=2)) == Standing.CLOSED
    assert standing(site.page, begins - timedelta(seconds=1)) == Standing.OPEN
    assert standing(site.page, begins) == Standing.OVER
    with pytest.raises(Refused):
        come(site.page, "anna", now=begins)


def test_nobody_signs_up_for_what_does_not_take_place(site):
    page = signing.event(site, "Kino", status="cancelled", status_reason="Slimība")
    assert standing(page) == Standing.OFF
    with pytest.raises(Refused):
        come(page, "anna")


def test_what_is_closed_by_hand_takes_nobody_until_it_is_opened(site):
    come(site.page, "anna")
    actions.set_closed(seating=signing.seating(site.page), is_closed=True)
    with pytest.raises(Refused):
        come(site.page, "berta")
    actions.set_closed(seating=signing.seating(site.page), is_closed=False)
    assert come(site.page, "cilda").is_confirmed


def test_the_organiser_writes_down_who_calls_and_the_seats_stay_as_many(site):
    editor = signing.somebody("rita")
    actions.set_closed(seating=actions.open_seating(page=site.page, of=None), is_closed=True)
    for name in ("Kaimiņš", "Kaimiņiene"):
        made = actions.sign_up(
            page=site.page, of=None, person=None, wish=Wish(2, name), now=NOW, entered_by=editor
        )
    assert states(site.page) == {"Kaimiņš": "confirmed", "Kaimiņiene": "waiting 1"}
    assert made.entered_by == editor
    assert letters("sign-up-confirmed") == []


def test_nobody_moves_up_when_it_has_begun(site):
    first = come(site.page, "anna", 3)
    come(site.page, "berta")
    actions.cancel_sign_up(sign_up=first, now=datetime(2026, 12, 5, 17, tzinfo=UTC))
    assert states(site.page)["berta"] == "waiting 1"
    assert letters("sign-up-promoted") == []


def test_each_time_of_a_series_has_seats_of_its_own(site):
    page = signing.event(
        site,
        "Rokdarbi",
        repeats=Frequencies.WEEKLY,
        repeat_count=3,
        capacity=1,
        signs_up_for=EventPage.SignsUpFor.EACH,
        rows=[SeriesChange(of=date(2026, 12, 19), is_skipped=True)],
    )
    first, second, third = (term.of for term in terms_of(page))
    assert come(page, "anna", of=first).is_confirmed
    assert come(page, "berta", of=second).is_confirmed
    with pytest.raises(Refused):
        come(page, "cilda", of=third)
    with pytest.raises(Refused):
        come(page, "dora", of=date(2026, 12, 6))


def test_a_new_number_on_the_page_counts_and_an_old_one_undoes_nothing(site):
    for name in ("anna", "berta", "cilda", "dora"):
        come(site.page, name)
    key = site.page.translation_key
    seats = signing.seating(site.page)
    actions.set_capacity(seating=seats, capacity=2, now=NOW)
    actions.keep_seats(event_key=key, now=NOW)
    assert signing.seating(site.page).capacity == 2
    EventPage.objects.filter(translation_key=key).update(capacity=4)
    actions.keep_seats(event_key=key, now=NOW)
    assert states(site.page)["dora"] == "confirmed"


def test_the_shown_numbers_make_kept_pages_stale(site):
    before = stamp.current()
    anna = come(site.page, "anna")
    come(site.page, "berta")
    actions.cancel_sign_up(sign_up=anna, now=NOW)
    assert stamp.current() >= before + 3


def test_whoever_came_is_counted_and_counted_anew(site):
    anna = come(site.page, "anna", 2)
    for came in (2, 1):
        actions.check_in(sign_up=anna, of=signing.DAY, came=came)
    assert [each.came for each in anna.attendance.all()] == [1]
