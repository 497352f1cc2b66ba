"""Signing up as people do it: with an account or an address alone, once, by POST."""

import re
from types import SimpleNamespace

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from events import actions
from events.access import word_of
from events.models import EventPage, ProgrammeItem, SignUp, SignUpQuestion
from events.models.timing import Frequencies
from notifications.actions import deliver_due
from tests import world
from tests.events import signing

SOON = timezone.localdate() + timezone.timedelta(days=12)


def build(site):
    site.page = signing.event(
        site,
        day=SOON,
        privacy_note="Lai zinātu, cik autobusu vajag.",
        rows=[
            SignUpQuestion(words="Vai ir bērnu ratiņi?", kind="yes_no"),
            SignUpQuestion(
                words="Ēdiens", kind="choice", options="Gaļas\nVeģetārs", is_required=True
            ),
            SignUpQuestion(words="Kas vēl?", kind="text"),
            ProgrammeItem(title="Gulbenes autoosta", is_pick_up=True),
            ProgrammeItem(title="Siguldas pils"),
        ],
    )
    site.address = reverse("events:sign-up", args=[site.page.translation_key])
    site.people = SimpleNamespace(resident=signing.somebody("zane"), other=signing.somebody("ilze"))
    site.choice = f"question-{site.page.questions.get(words='Ēdiens').key}"


def browser(person=None, **options):
    found = Client(**options)
    if person:
        found.force_login(person)
    return found


def sent(site, **fields):
    usual = {"name": "Zane Kalniņa", "party_size": "2", "pick_up": "Gulbenes autoosta"}
    return {**usual, site.choice: "Veģetārs", **fields}


def test_whoever_has_signed_in_signs_up_at_once(site):
    response = browser(site.people.resident).post(site.address, sent(site))
    mine = SignUp.objects.get()
    assert response.url == reverse("events:my-sign-up", args=[word_of(mine)])
    assert (mine.name, mine.party_size, mine.pick_up) == ("Zane Kalniņa", 2, "Gulbenes autoosta")
    assert list(mine.answers.values()) == ["Veģetārs"]
    assert mine.is_confirmed


def test_the_form_asks_what_the_organiser_asks_and_says_what_for(site):
    page = browser().get(site.address).content.decode()
    for words in ("Vai ir bērnu ratiņi?", "Veģetārs", "Gulbenes autoosta", "cik autobusu"):
        assert words in page
    assert "Siguldas pils" not in page
    assert 'name="address"' in page


def test_an_address_alone_is_enough_and_is_confirmed_by_a_code(site):
    visitor = browser()
    response = visitor.post(site.address, sent(site, address="Kaimins@Example.test"))
    assert not SignUp.objects.exists()
    deliver_due(timezone.now())
    code = re.search(r"\d{3} ?\d{3}", mail.outbox[-1].body)[0]
    visitor.post(response.url, {"code": code})
    assert SignUp.objects.get().person.email == "kaimins@example.test"


def test_back_and_once_more_is_one_sign_up(site):
    visitor = browser(site.people.resident)
    for _ in range(2):
        response = visitor.post(site.address, sent(site))
    assert SignUp.objects.count() == 1
    assert response.url == reverse("events:my-sign-up", args=[word_of(SignUp.objects.get())])
    assert visitor.get(site.address).url == response.url


@pytest.mark.parametrize(
    "wrong",
    [
        {"party_size": "0"},
        {"party_size": "4"},
        {"party_size": "x"},
        {"name": " "},
        {"name": "\u200b"},
        {"pick_up": "Mēness"},
        {"pick_up": ""},
    ],
)
def test_what_makes_no_sense_comes_back_with_what_was_typed(site, wrong):
    response = browser(site.people.resident).post(site.address, sent(site, **wrong))
    assert response.status_code == 200
    assert "Veģetārs" in response.content.decode()
    assert not SignUp.objects.exists()


def test_what_must_be_answered_must_be_answered(site):
    browser(site.people.resident).post(site.address, sent(site, **{site.choice: ""}))
    assert not SignUp.objects.exists()


def test_looking_changes_nothing_and_other_methods_are_refused(site):
    mine = signing.come(site.page, "anna")
    own = reverse("events:my-sign-up", args=[word_of(mine)])
    for address in (site.address, own):
        assert browser().get(address).status_code == 200
        assert browser().delete(address).status_code == 405
    assert browser().get(f"{own}atcelt/").status_code in (404, 405)
    cancel = reverse("events:my-sign-up-cancel", args=[word_of(mine)])
    assert browser().get(cancel).status_code == 405
    mine.refresh_from_db()
    assert mine.is_confirmed


def test_the_link_shows_changes_and_cancels(site):
    mine = signing.come(site.page, "anna", pick_up="Gulbenes autoosta")
    own = reverse("events:my-sign-up", args=[word_of(mine)])
    assert site.page.title in browser().get(own).content.decode()
    assert browser().post(own, sent(site, party_size="3")).url == own
    mine.refresh_from_db()
    assert (mine.party_size, mine.name) == (3, "Zane Kalniņa")
    refused = browser().post(own, sent(site, party_size="9"))
    assert refused.status_code == 200
    browser().post(reverse("events:my-sign-up-cancel", args=[word_of(mine)]))
    mine.refresh_from_db()
    assert mine.is_cancelled
    assert browser().get(own).status_code == 200


def test_what_others_hold_is_not_taken_by_a_change(site):
    mine = signing.come(site.page, "anna", pick_up="Gulbenes autoosta")
    signing.come(site.page, "berta", 2)
    own = reverse("events:my-sign-up", args=[word_of(mine)])
    assert browser().post(own, sent(site, party_size="2")).status_code == 200
    mine.refresh_from_db()
    assert mine.party_size == 1


@pytest.mark.parametrize("word", ["1", "1:abc", "x"])
def test_a_link_cannot_be_guessed(site, word):
    signing.come(site.page, "anna")
    assert browser().get(reverse("events:my-sign-up", args=[word])).status_code == 404


def test_the_link_of_what_was_erased_leads_nowhere(site):
    mine = signing.come(site.page, "anna")
    own = reverse("events:my-sign-up", args=[word_of(mine)])
    type(mine.seating).objects.update(erased_at=timezone.now())
    assert browser().get(own).status_code == 404


def test_where_nothing_is_to_sign_up_for_there_is_no_form(site):
    page = signing.event(site, "Koncerts", takes_sign_ups=False)
    address = reverse("events:sign-up", args=[page.translation_key])
    assert browser().get(address).status_code == 404


def test_an_event_for_the_signed_in_asks_to_sign_in(site):
    page = signing.event(site, "Sēde", day=SOON, audience="signed_in")
    address = reverse("events:sign-up", args=[page.translation_key])
    assert browser().get(address).status_code == 302
    assert browser(site.people.other).get(address).status_code == 200


def test_whoever_is_late_reads_why_and_nothing_is_asked(site):
    signing.come(site.page, "anna", 3)
    actions.set_closed(seating=signing.seating(site.page), is_closed=True)
    page = browser().get(site.address).content.decode()
    assert 'name="party_size"' not in page
    response = browser(site.people.resident).post(site.address, sent(site))
    assert response.status_code == 200
    assert SignUp.objects.count() == 1


def in_english(site):
    with override("en"):
        return reverse("events:sign-up", args=[site.page.translation_key])


def test_each_time_is_chosen_on_its_own(site):
    page = signing.event(
        site,
        "Rokdarbi",
        day=SOON,
        repeats=Frequencies.WEEKLY,
        repeat_count=3,
        signs_up_for=EventPage.SignsUpFor.EACH,
    )
    address = reverse("events:sign-up", args=[page.translation_key])
    assert f"?of={SOON.isoformat()}" in browser().get(address).content.decode()
    assert browser().get(f"{address}?of=2020-01-01").status_code == 404
    form = {"name": "Zane", "party_size": "1"}
    browser(site.people.resident).post(f"{address}?of={SOON.isoformat()}", form)
    assert SignUp.objects.get().seating.of == SOON


def test_the_english_page_takes_the_same_seats(site):
    world.translated(site.page)
    page = browser().get(in_english(site)).content.decode()
    assert "VAI IR BĒRNU RATIŅI?" in page
    signing.come(site.page, "anna", 3)
    assert "Join the line" in browser().get(in_english(site)).content.decode()


def test_the_events_page_says_what_is_free_and_leads_to_the_form(site):
    site.page.refresh_from_db()
    english = world.translated(site.page)
    page = browser().get(english.url_path).content.decode()
    assert "3 seats left" in page
    assert "csrfmiddlewaretoken" not in page.split("<article>")[1].split("</article>")[0]
    signing.come(site.page, "anna", 3)
    signing.come(site.page, "berta")
    page = browser().get(english.url_path).content.decode()
    assert "1 sign-up waits in line" in page


def test_the_address_online_is_shown_to_those_alone_who_have_a_seat(site):
    room = "https://tiksanas.example/istaba"
    page = signing.event(
        site, "Vebinārs", day=SOON, capacity=1, online_url=room, is_online_for_signed_up=True
    )
    assert room not in browser().get(page.url_path).content.decode()
    seat, line = signing.come(page, "anna"), signing.come(page, "berta")
    for mine, is_shown in ((seat, True), (line, False)):
        own = reverse("events:my-sign-up", args=[word_of(mine)])
        assert (room in browser().get(own).content.decode()) is is_shown


def test_a_kept_page_ends_when_sign_up_opens(site):
    opens = timezone.now() + timezone.timedelta(minutes=1)
    page = signing.event(site, "Kino", day=SOON, sign_up_opens_at=opens)
    assert min(page.changes_at(timezone.now())) == opens
    assert page.changes_at(opens + timezone.timedelta(days=30)) == []


def test_no_comments_stand_under_what_belongs_to_one_person(site):
    own = reverse("events:my-sign-up", args=[word_of(signing.come(site.page, "anna"))])
    comments = reverse("forum:comment-create", args=[site.page.translation_key])
    for address in (site.address, own):
        assert comments not in browser().get(address).content.decode()
