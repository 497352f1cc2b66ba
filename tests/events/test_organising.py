"""What organisers see and do: their own event's list, and nobody else's."""

import csv
import re
from html import unescape
from io import BytesIO, StringIO
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import PageLogEntry

from core.roles import EDITORS
from events import actions
from events.models import Attendance, EventPage, Seating, SignUp, SignUpQuestion
from events.models.timing import Frequencies
from events.sign_up.listing import PER_PAGE, part_of
from notifications.actions import deliver_due
from tests import world
from tests.events import making, signing
from tests.growth import assert_same_queries

SOON = timezone.localdate() + timezone.timedelta(days=12)
POSTS = ("add", "seats", "close", "message", "export")


def build(site):
    parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    site.page = making.event(
        parish,
        "Brauciens",
        SOON,
        takes_sign_ups=True,
        capacity=3,
        rows=[SignUpQuestion(words="Ēdiens", kind="text")],
    )
    other = world.community(site.index, "Lizuma pagasts", slug="lizums")
    editor = world.person("rita@example.test")
    editor.groups.add(Group.objects.get(name=EDITORS))
    site.people = SimpleNamespace(
        leader=world.leader(parish),
        stranger=world.leader(other, "lizums@example.test"),
        editor=editor,
        resident=signing.somebody("zane"),
    )
    site.question = site.page.questions.get().key


def address(site, name="sign-ups", *more):
    return reverse(f"events:{name}", args=[site.page.translation_key, *more])


def browser(person=None):
    found = Client()
    if person:
        found.force_login(person)
    return found


def test_leaders_of_the_community_and_editors_see_who_comes(site):
    signing.come(site.page, "anna", answers={site.question: "Veģetārs"})
    for person in (site.people.leader, site.people.editor):
        page = browser(person).get(address(site)).content.decode()
        assert "anna" in page
        assert "Veģetārs" in page
        assert "anna@example.test" not in page


def test_nobody_else_does(site):
    mine = signing.come(site.page, "anna")
    places = [address(site), address(site, "check-in")]
    writes = [address(site, f"sign-ups-{name}") for name in POSTS]
    writes += [address(site, "check-in"), address(site, "sign-ups-cancel", mine.pk)]
    for person, status in ((None, 302), (site.people.resident, 403), (site.people.stranger, 403)):
        for place in places:
            assert browser(person).get(place).status_code == status
        for place in writes:
            assert browser(person).post(place, {"name": "X", "party_size": 1}).status_code == status
    assert SignUp.objects.standing().count() == 1


def test_nothing_is_written_by_looking(site):
    signing.come(site.page, "anna")
    for name in POSTS:
        found = browser(site.people.leader).get(address(site, f"sign-ups-{name}"))
        assert found.status_code == 405


def test_who_calls_is_written_down_by_name_alone(site):
    leader = browser(site.people.leader)
    form = {"name": "Kaimiņš", "party_size": "2", "note": "26123456"}
    assert leader.post(address(site, "sign-ups-add"), form).url == address(site)
    made = SignUp.objects.get()
    assert (made.name, made.note, made.person, made.entered_by) == (
        "Kaimiņš",
        "26123456",
        None,
        site.people.leader,
    )
    wrong = leader.post(address(site, "sign-ups-add"), {"name": "", "party_size": "2"})
    assert wrong.status_code == 400
    too_many = leader.post(address(site, "sign-ups-add"), {**form, "party_size": "4"})
    assert too_many.status_code == 400


def test_seats_are_changed_and_sign_up_is_closed_and_opened(site):
    for name in ("anna", "berta", "cilda", "dora"):
        signing.come(site.page, name)
    leader = browser(site.people.leader)
    leader.post(address(site, "sign-ups-seats"), {"capacity": "4"})
    assert signing.states(site.page)["dora"] == "confirmed"
    assert leader.post(address(site, "sign-ups-seats"), {"capacity": "x"}).status_code == 400
    leader.post(address(site, "sign-ups-close"), {"closes": "1"})
    assert signing.seating(site.page).is_closed
    leader.post(address(site, "sign-ups-close"))
    assert not signing.seating(site.page).is_closed


def test_words_go_to_all_once_however_often_they_are_sent(site):
    signing.come(site.page, "anna")
    form = {"words": "Autobuss būs zils.\r\nBcc: visi@example.test", "key": str(uuid4())}
    for _ in range(2):
        browser(site.people.leader).post(address(site, "sign-ups-message"), form)
    assert signing.letters("message") == ["anna"]
    deliver_due(timezone.now())
    assert mail.outbox[-1].to == ["anna@example.test"]
    assert mail.outbox[-1].message()["Bcc"] is None


def test_whoever_calls_to_cancel_is_cancelled(site):
    mine = signing.come(site.page, "anna")
    browser(site.people.leader).post(address(site, "sign-ups-cancel", mine.pk))
    mine.refresh_from_db()
    assert mine.is_cancelled
    foreign = signing.come(signing.event(site, "Cits"), "berta")
    found = browser(site.people.editor).post(address(site, "sign-ups-cancel", foreign.pk))
    assert found.status_code == 404


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_list_is_taken_as_a_file_and_the_history_says_by_whom(site, kind):
    wish = actions.Wish(2, '=HYPERLINK("http://x")', {site.question: "+1\r\nX"})
    person = signing.somebody("anna")
    actions.sign_up(page=site.page, of=None, person=person, wish=wish, now=signing.NOW)
    found = browser(site.people.leader).post(address(site, "sign-ups-export"), {"kind": kind})
    assert found.headers["Content-Disposition"] == f'attachment; filename="brauciens.{kind}"'
    if kind == "csv":
        lines = list(csv.reader(StringIO(found.content.decode("utf-8-sig"), newline="")))
    else:
        lines = [list(row) for row in load_workbook(BytesIO(found.content)).active.values]
    assert "Ēdiens" in lines[0]
    assert lines[1][0] == '\'=HYPERLINK("http://x")'
    assert "'+1 X" in lines[1]
    entry = PageLogEntry.objects.get(action="events.export")
    assert entry.user == site.people.leader
    assert entry.data == {"kind": kind, "count": 1}


def test_no_other_kind_of_file_is_known(site):
    found = browser(site.people.leader).post(address(site, "sign-ups-export"), {"kind": "exe"})
    assert found.status_code == 404


def test_who_came_is_ticked_off_and_corrected(site):
    mine = signing.come(site.page, "anna", 2)
    leader, place = browser(site.people.leader), address(site, "check-in")
    for came in ("2", "1"):
        found = leader.post(place, {"sign_up": mine.pk, "came": came, "day": SOON.isoformat()})
        assert found.status_code == 302
    assert [each.came for each in mine.attendance.all()] == [1]
    leader.post(place, {"sign_up": mine.pk, "came": "-1"})
    assert [each.came for each in mine.attendance.all()] == [1]
    assert leader.get(f"{place}?day=2020-01-01").status_code == 404
    foreign = signing.come(signing.event(site, "Cits"), "berta")
    assert leader.post(place, {"sign_up": foreign.pk, "came": "1"}).status_code == 404


def test_each_time_of_a_series_has_a_list_of_its_own(site):
    page = making.event(
        site.page.get_parent(),
        "Rokdarbi",
        SOON,
        takes_sign_ups=True,
        repeats=Frequencies.WEEKLY,
        repeat_count=3,
        signs_up_for=EventPage.SignsUpFor.EACH,
    )
    later = SOON + timezone.timedelta(days=7)
    signing.come(page, "anna", of=SOON)
    signing.come(page, "berta", of=later)
    place = reverse("events:sign-ups", args=[page.translation_key])
    leader = browser(site.people.leader)
    assert "anna" in leader.get(place).content.decode()
    shown = leader.get(f"{place}?of={later.isoformat()}").content.decode()
    assert "berta" in shown
    assert "anna" not in shown
    assert leader.get(f"{place}?of=2020-01-01").status_code == 404


def test_more_people_ask_the_database_no_more(site):
    signing.come(site.page, "anna")
    seats = signing.seating(site.page)
    assert_same_queries(
        [address(site), address(site, "check-in")],
        lambda: [_waiting(seats, number) for number in range(20)],
        user=site.people.editor,
    )


def _waiting(seats, number):
    SignUp.objects.create(
        seating=seats,
        name=f"Rinda {number}",
        state=SignUp.State.WAITING,
        place=number + 1,
        signed_up_at=signing.NOW,
        changed_at=signing.NOW,
    )


def test_from_the_backstage_a_button_leads_to_the_list(site):
    found = browser(site.people.leader).get(reverse("wagtailadmin_pages:edit", args=[site.page.pk]))
    assert address(site) in found.content.decode()


def many(site, count: int):
    """So many sign-ups with seats, their names in the order of their numbers."""
    seats = actions.open_seating(page=site.page, of=None)
    Seating.objects.filter(pk=seats.pk).update(capacity=None, taken=count)
    rows = [
        SignUp(
            seating=seats,
            name=f"Viesis {number:04}",
            state=SignUp.State.CONFIRMED,
            signed_up_at=signing.NOW,
            changed_at=signing.NOW,
        )
        for number in range(count)
    ]
    SignUp.objects.bulk_create(rows)


def names_in(page: str) -> list[str]:
    return re.findall(r"<p><strong>([^<]+)</strong> <span", page)


@pytest.mark.parametrize("name", ["sign-ups", "check-in"])
def test_a_long_list_goes_on_where_it_ended_and_its_counts_are_of_the_whole(site, name):
    many(site, 2 * PER_PAGE + 5)
    leader, found, where = browser(site.people.leader), [], address(site, name)
    while where:
        page = leader.get(where).content.decode()
        assert len(names_in(page)) <= PER_PAGE
        found += names_in(page)
        onward = re.search(r'rel="next" href="([^"]+)"', page)
        where = unescape(onward[1]) if onward else None
    assert found == [f"Viesis {number:04}" for number in range(2 * PER_PAGE + 5)]
    if name == "sign-ups":
        assert str(2 * PER_PAGE + 5) in page


def test_the_line_goes_on_behind_those_who_have_seats(site):
    many(site, PER_PAGE)
    Seating.objects.update(capacity=PER_PAGE)
    for name in ("anna", "berta"):
        signing.come(site.page, name)
    last = SignUp.objects.get(name=f"Viesis {PER_PAGE - 1:04}")
    rest = part_of(site.page, signing.seating(site.page), after=last.pk)
    assert [(row.sign_up.name, row.line) for row in rest.rows] == [("anna", 1), ("berta", 2)]
    assert (rest.total, rest.goes_on) == (PER_PAGE + 2, None)


def test_an_address_after_nobody_begins_anew(site):
    signing.come(site.page, "anna")
    for after in ("999999", "x", "-1"):
        page = browser(site.people.leader).get(address(site), {"after": after}).content.decode()
        assert names_in(page) == ["anna"]


@pytest.mark.parametrize("typed", ["Krūmiņ", "krumina anna", "26123", "KRŪMIŅA"])
def test_somebody_at_the_door_is_found_by_typing(site, typed):
    many(site, PER_PAGE + 1)
    SignUp.objects.filter(name=f"Viesis {PER_PAGE:04}").update(name="Anna Krūmiņa", note="26123456")
    leader, where = browser(site.people.leader), address(site, "check-in")
    page = leader.get(where, {"q": typed}).content.decode()
    assert names_in(page) == ["Anna Krūmiņa"]
    form = {"q": typed, "sign_up": SignUp.objects.get(note="26123456").pk, "came": "1"}
    answer = leader.post(where, {**form, "day": SOON.isoformat()})
    assert names_in(leader.get(answer.url).content.decode()) == ["Anna Krūmiņa"]
    assert Attendance.objects.get().came == 1


def test_who_is_not_found_is_said(site):
    signing.come(site.page, "anna")
    page = browser(site.people.leader).get(address(site, "check-in"), {"q": "<b>Zzz"})
    assert names_in(page.content.decode()) == []
    assert "&lt;b&gt;Zzz" in page.content.decode()
