"""What came of events is asked for, three times at most, and told to those who were there."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from events.actions import ask_for_results, keep_occurrences
from events.models import EventPage, EventResult
from notifications.actions import deliver_due
from tests import world
from tests.events import making, signing
from tests.events.signing import come

# Saturday the 5th, eight in the evening in Riga.
ENDED = datetime(2026, 12, 5, 18, tzinfo=UTC)
MORNING = datetime(2026, 12, 6, 7, tzinfo=UTC)
DAY = timedelta(days=1)


def build(site):
    """A community with a leader, and an event of it on a Saturday evening."""
    site.tirza = world.community(site.index, "Tirza", slug="tirza")
    site.leader = world.leader(site.tirza)
    site.talka = making.event(site.tirza, "Talka", ENDED.date())


def asked(now) -> list[str]:
    """Who is asked at the moment, by the letters that leave."""
    mail.outbox.clear()
    ask_for_results(now)
    deliver_due(now)
    return [letter.to[0] for letter in mail.outbox]


def say(page, **fields):
    page = EventPage.objects.get(pk=page.pk)
    result = EventResult(locale_id=page.locale_id, **{"text": "Satīrījām krastu."} | fields)
    page.results = [result]
    page.save_revision().publish()


@pytest.mark.parametrize(
    ("moment", "times"),
    [
        (ENDED - DAY, 0),
        (MORNING - timedelta(minutes=1), 0),
        (MORNING, 1),
        (MORNING + 30 * DAY, 0),
    ],
)
def test_the_leader_is_asked_the_morning_after(site, moment, times):
    assert asked(moment) == [site.leader.email] * times


def test_asking_is_repeated_after_one_week_and_two_and_then_ends(site):
    hours = [MORNING + timedelta(hours=hour) for hour in range(0, 24 * 30, 6)]
    days = [(moment - MORNING).days for moment in hours if asked(moment)]
    assert days == [0, 7, 14]


def test_the_second_letter_says_that_readers_wait(site):
    asked(MORNING)
    first = mail.outbox[0]
    asked(MORNING + 7 * DAY)
    second = mail.outbox[0]
    assert "lasītāji" not in first.body
    assert "lasītāji" in second.body
    assert f"/admin/pages/{site.talka.pk}/edit/" in second.body


def test_nobody_is_asked_once_it_is_said(site):
    say(site.talka)
    assert asked(MORNING) == []


def test_a_letter_that_is_queued_is_not_sent_once_it_is_said(site):
    ask_for_results(MORNING)
    say(site.talka)
    mail.outbox.clear()
    deliver_due(MORNING)
    assert mail.outbox == []


@pytest.mark.parametrize(
    "fields",
    [{"status": "cancelled"}, {"repeats": "weekly"}, {"live": False}],
)
def test_nobody_is_asked_of_what_was_not_or_goes_on(site, fields):
    EventPage.objects.filter(pk=site.talka.pk).update(**fields)
    keep_occurrences(page=EventPage.objects.get(pk=site.talka.pk), now=MORNING)
    assert asked(MORNING) == []


def test_editors_are_asked_of_what_is_of_the_whole_municipality(site, people):
    making.event(making.calendar(site), "Forums", ENDED.date() + DAY)
    assert asked(MORNING + DAY) == [site.leader.email, people.editor.email]


def test_whoever_had_a_seat_reads_what_came_of_it_once(site):
    page = signing.event(site)
    come(page, "anna", 2)
    mail.outbox.clear()
    deliver_due(timezone.now())
    mail.outbox.clear()
    for text in ("Satīrījām krastu.", "Satīrījām krastu un kāpas."):
        say(page, text=text)
        deliver_due(timezone.now() + timedelta(minutes=1))
    assert [letter.to for letter in mail.outbox] == [["anna@example.test"]]
    assert page.url_path in mail.outbox[0].body


def test_of_one_time_of_a_course_those_are_told_who_had_signed_up_by_then(site):
    page = signing.event(site, repeats="weekly", repeat_count=4)
    come(page, "anna")
    come(page, "berta", now=signing.NOW + timedelta(days=20))
    say(page, of=signing.DAY)
    assert signing.letters("result-there") == ["anna"]
