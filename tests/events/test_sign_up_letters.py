"""Letters to those who signed up: each once, in their language, with the hours of Riga."""

import re
from datetime import UTC, datetime, time, timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.test import Client

from events import actions
from events.models import EventPage, SeriesChange, SignUp
from events.models.timing import Frequencies
from events.sign_up.terms import terms_of
from members.models import User
from notifications.actions import deliver_due
from notifications.models import Letter
from tests import world
from tests.events import signing
from tests.events.signing import NOW, come, letters

BEGINS = datetime(2026, 12, 5, 16, tzinfo=UTC)


def build(site):
    site.page = signing.event(site, place_name="Tirzas kultūras nams", contact_phone="26123456")


def delivered(now=NOW) -> list:
    mail.outbox.clear()
    deliver_due(now)
    return mail.outbox


def changed(page, **fields):
    """The page is published anew, and what follows from that is done."""
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    actions.keep_occurrences(page=page, now=NOW)
    actions.keep_seats(event_key=page.translation_key, now=NOW)


def test_whoever_signs_up_reads_when_and_where(site):
    come(site.page, "anna", 2)
    [letter] = delivered()
    assert letter.to == ["anna@example.test"]
    for words in ("Brauciens uz Siguldu", "Tirzas kultūras nams", "18.00–20.00", "/lv/kalendars/"):
        assert words in letter.body


def test_letters_are_in_the_readers_language(site):
    world.translated(site.page)
    come(site.page, "anna")
    User.objects.filter(email="anna@example.test").update(language="en")
    [letter] = delivered()
    assert letter.subject == "You are signed up: BRAUCIENS UZ SIGULDU"
    assert "/en/" in letter.body


def test_whoever_waits_reads_how_long_the_line_is(site):
    come(site.page, "anna", 3)
    come(site.page, "berta")
    User.objects.update(language="en")
    waiting = delivered()[1]
    assert "You are number 1 in line" in waiting.body


def test_what_is_not_true_any_more_is_not_sent(site):
    anna = come(site.page, "anna", 3)
    come(site.page, "berta")
    actions.cancel_sign_up(sign_up=anna, now=NOW)
    User.objects.update(language="en")
    assert sorted(letter.subject.partition(":")[0] for letter in delivered()) == [
        "You have a seat now",
        "Your sign-up was cancelled",
    ]


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"starts": time(19)}, "event-changed"),
        ({"place_name": "Tirzas skola"}, "event-changed"),
        ({"status": "cancelled", "status_reason": "Slimība"}, "event-cancelled"),
    ],
)
def test_a_change_of_time_or_place_is_told_once_to_all_who_stand(site, fields, kind):
    come(site.page, "anna", 3)
    come(site.page, "berta")
    actions.cancel_sign_up(sign_up=come(site.page, "cilda"), now=NOW)
    for _ in range(2):
        changed(site.page, **fields)
    assert letters(kind) == ["anna", "berta"]


def test_there_and_back_is_two_changes(site):
    come(site.page, "anna")
    for hour in (19, 18):
        changed(site.page, starts=time(hour))
    assert letters("event-changed") == ["anna", "anna"]


def test_other_words_on_the_page_are_told_to_nobody(site):
    come(site.page, "anna")
    changed(site.page, summary="Līdzi jāņem ūdens.")
    assert letters("event-changed") == []


def test_of_a_series_only_those_hear_whose_time_it_is(site):
    page = signing.event(
        site,
        "Rokdarbi",
        repeats=Frequencies.WEEKLY,
        repeat_count=3,
        signs_up_for=EventPage.SignsUpFor.EACH,
    )
    first, second, _third = (term.of for term in terms_of(page))
    come(page, "anna", of=first)
    come(page, "berta", of=second)
    page.changes = [SeriesChange(of=second, is_skipped=True, locale_id=page.locale_id)]
    changed(page)
    assert letters("event-cancelled") == ["berta"]


def test_who_is_told_that_it_is_off_reads_of_which_time_and_why(site):
    weekly = {"repeats": Frequencies.WEEKLY, "repeat_count": 3, "contact_email": "z@example.test"}
    page = signing.event(site, "Rokdarbi", signs_up_for=EventPage.SignsUpFor.EACH, **weekly)
    second = terms_of(page)[1].of
    come(page, "berta", of=second)
    come(site.page, "anna")
    Letter.objects.all().delete()
    User.objects.update(language="en")
    skipped = SeriesChange(
        of=second, is_skipped=True, note="Skolotāja slimo", locale_id=page.locale_id
    )
    page.changes = [skipped]
    changed(page)
    changed(site.page, status="cancelled", status_reason="Nav autobusa")
    one, other = (letter.body for letter in delivered())
    assert "- Saturday, 12 December 2026, 18:00–20:00" in one
    assert "The reason: Skolotāja slimo\n" in one
    assert "Questions: z@example.test" in one
    assert "- Saturday, 5 December 2026, 18:00–20:00" in other
    assert "The reason: Nav autobusa\n" in other


def test_organisers_write_also_of_what_is_off_the_site(site):
    anna = come(site.page, "anna")
    Letter.objects.all().delete()
    EventPage.objects.filter(pk=site.page.pk).update(live=False)
    actions.message_all(seating=anna.seating, words="Pārceļam.", key=uuid4(), now=NOW)
    assert "> Pārceļam." in delivered()[0].body


def test_a_reminder_comes_once_and_when_the_page_says(site):
    come(site.page, "anna", 3)
    come(site.page, "berta")
    day = timedelta(hours=24)
    actions.remind(BEGINS - day - timedelta(minutes=1))
    assert letters("reminder") == []
    for minutes in (0, 10, 20):
        actions.remind(BEGINS - day + timedelta(minutes=minutes))
    assert letters("reminder") == ["anna"]


def test_whoever_comes_late_or_cancelled_is_not_reminded(site):
    come(site.page, "anna", now=BEGINS - timedelta(hours=3))
    actions.cancel_sign_up(sign_up=come(site.page, "berta"), now=NOW)
    actions.remind(BEGINS - timedelta(hours=2))
    assert letters("reminder") == []


def test_a_reminder_is_not_sent_of_what_was_cancelled_meanwhile(site):
    come(site.page, "anna")
    Letter.objects.all().delete()
    due = BEGINS - timedelta(hours=24)
    actions.remind(due)
    EventPage.objects.update(status="cancelled")
    assert delivered(due) == []


def test_of_a_course_one_is_reminded_of_each_time(site):
    page = signing.event(site, "Kursi", repeats=Frequencies.WEEKLY, repeat_count=2)
    come(page, "anna")
    for week in (0, 1):
        for _ in range(2):
            actions.remind(BEGINS + timedelta(days=7 * week, hours=-20))
    assert letters("reminder") == ["anna", "anna"]


def test_the_organiser_writes_to_all_and_sends_nothing_twice(site):
    come(site.page, "anna", 3)
    come(site.page, "berta")
    actions.cancel_sign_up(sign_up=come(site.page, "cilda"), now=NOW)
    key, seats = uuid4(), signing.seating(site.page)
    words = "Autobuss būs zils.\nTiekamies!"
    sent = [actions.message_all(seating=seats, words=words, key=key, now=NOW) for _ in range(2)]
    assert sent == [2, 0]
    assert letters("message") == ["anna", "berta"]
    assert any("> Autobuss būs zils." in letter.body for letter in delivered())


def test_titles_with_breaks_make_no_headers(site):
    come(site.page, "anna")
    title = "Talka\r\nBcc: visi@example.test\r\nBEGIN:VALARM"
    EventPage.objects.filter(pk=site.page.pk).update(title=title)
    [letter] = delivered()
    assert letter.to == ["anna@example.test"]
    assert "\n" not in letter.subject
    assert "Bcc" not in letter.message()


def test_links_in_letters_opened_by_scanners_change_nothing(site):
    come(site.page, "anna", 3)
    come(site.page, "berta")
    before = list(SignUp.objects.order_by("pk").values())
    links = {link for letter in delivered() for link in re.findall(r"https?://\S+", letter.body)}
    own = [link for link in links if "/lv/" in link]
    assert own
    for link in own:
        path = "/" + link.split("/", 3)[3].rstrip(".)>")
        for method in ("get", "head"):
            assert getattr(Client(), method)(path).status_code in (200, 302)
    assert list(SignUp.objects.order_by("pk").values()) == before


def test_day_is_said_as_people_say_it(site):
    come(site.page, "anna")
    assert "Sestdiena, 2026. gada 5. decembris" in delivered()[0].body
