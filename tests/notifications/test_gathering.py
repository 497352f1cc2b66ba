"""What people are told of comes into letters: gathered, never empty, without what is gone."""

from datetime import timedelta

import pytest

from core.jobs import registered
from notifications import actions, weekly
from notifications.actions import gathering
from notifications.models import Letter, Notice
from notifications.rhythms import Rhythm
from notifications.weekly import Section
from tests import world

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def words_of(letter) -> str:
    return letter.message().get_body(("plain",)).get_content()


def wish(person, rhythm):
    person.letter_rhythm = rhythm
    person.save()


def test_it_is_scheduled_work():
    assert "notices" in [job.name for job in registered()]


def test_one_notice_is_one_letter_that_leads_there(tell, anna, post, settings):
    tell(anna)
    (letter,) = post()
    assert letter.subject == "Anna raksta: 1"
    assert "> Vārdi 1" in words_of(letter)
    assert f"{settings.SITE_URL}/lv/" in words_of(letter)
    notice = anna.notices.get()
    assert (notice.due_at, notice.letter.person) == (None, anna)


def test_a_second_turn_writes_nothing_more(tell, anna, post):
    tell(anna)
    assert len(post()) == 1
    assert post() == []
    assert Letter.objects.count() == 1


def test_what_comes_soon_after_a_letter_is_gathered_into_the_next(tell, anna, post, now):
    tell(anna, about="1")
    assert len(post()) == 1
    for number in range(2, 6):
        at = now + number * MINUTE
        tell(anna, about=str(number), at=at)
        assert post(at) == []
    tell(anna, about="other", at=now + 6 * MINUTE, group="topic:2")
    assert len(post(now + 6 * MINUTE)) == 1
    (letter,) = post(now + 15 * MINUTE)
    assert letter.subject == "4 jauni ieraksti tēmā „Soliņi”"


def test_fifty_posts_are_one_daily_letter_without_what_is_hidden(tell, talk, anna, post, now):
    wish(anna, Rhythm.DAILY)
    for number in range(50):
        tell(anna, about=f"nr {number:02}", at=now + number * timedelta(seconds=6))
    assert post(now + 5 * MINUTE) == []
    talk.gone |= {"nr 00", "nr 49"}
    (letter,) = post(now + DAY)
    assert letter.subject == "48 jauni ieraksti tēmā „Soliņi”"
    words = words_of(letter)
    assert "Vārdi nr 01" in words
    assert "nr 00" not in words
    assert words.count("> Vārdi") == 3
    assert post(now + 2 * DAY) == []


def test_a_daily_letter_has_a_paragraph_for_each_group_and_kind(tell, anna, post, now):
    wish(anna, Rhythm.DAILY)
    tell(anna, about="1")
    tell(anna, about="2")
    tell(anna, about="3", kind="named")
    tell(anna, about="4", group="topic:2")
    tell(anna, about="5", group="")
    (letter,) = post(now + DAY)
    words = words_of(letter)
    order = ["Anna raksta: 3", "2 jauni ieraksti", "Anna raksta: 4", "Anna raksta: 5"]
    places = [words.index(each) for each in order]
    assert places == sorted(places)


def test_what_is_gone_when_the_letter_leaves_is_not_in_it(tell, talk, anna, post, now):
    tell(anna)
    actions.gather_due(now)
    talk.gone.add("1")
    assert post(now) == []
    assert Letter.objects.get().state == Letter.State.DROPPED


def test_who_is_away_or_erased_when_the_letter_leaves_gets_nothing(tell, anna, post, now):
    tell(anna, about="1")
    actions.gather_due(now)
    tell(anna, about="2", group="topic:2")
    anna.is_active = False
    anna.save()
    assert post(now) == []
    assert not Notice.objects.filter(due_at__isnull=False).exists()


def test_who_has_stopped_letters_meanwhile_gets_none(tell, anna, post, now):
    tell(anna)
    actions.gather_due(now)
    actions.stop_letters(person=anna, scope="kind:said", now=now)
    assert post(now) == []


def test_what_was_seen_on_the_site_meanwhile_is_not_in_it(tell, anna, post, now):
    tell(anna)
    actions.gather_due(now)
    actions.mark_all_read(person=anna, now=now)
    assert post(now) == []


def test_a_notice_is_in_one_letter_even_when_two_gather(tell, anna, now, monkeypatch):
    tell(anna)
    mine = list(gathering._letters(now))
    actions.gather_due(now)
    monkeypatch.setattr(gathering, "_letters", lambda now: mine)
    actions.gather_due(now)
    assert Letter.objects.count() == 1


def test_a_letter_that_another_process_writes_is_left_to_it(tell, anna, now):
    tell(anna)
    first = anna.notices.get().pk
    actions.queue(kind="notifications.gathered", about=f"at_once/{first}", now=now, person=anna)
    actions.gather_due(now)
    assert anna.notices.get().due_at == now


def test_many_people_are_written_to_in_one_turn(tell, post):
    people = [world.person(f"p{number}@example.test") for number in range(12)]
    tell(*people)
    letters = post()
    assert sorted(letter.to[0] for letter in letters) == sorted(each.email for each in people)


@pytest.mark.parametrize(("rhythm", "is_there"), [(Rhythm.WEEKLY, True), (Rhythm.DAILY, False)])
def test_a_weekly_letter_has_the_sections_of_others(
    tell, anna, post, now, monkeypatch, rhythm, is_there
):
    monkeypatch.setattr(weekly, "_registry", [])
    weekly.register(lambda person, now: [Section("Drīz", ("Talka sestdien",)), Section("T", ())])
    wish(anna, rhythm)
    tell(anna)
    (letter,) = post(now + 7 * DAY)
    assert ("- Talka sestdien" in words_of(letter)) is is_there


def test_sections_alone_are_no_letter(talk, anna, post, now, monkeypatch):
    monkeypatch.setattr(weekly, "_registry", [])
    weekly.register(lambda person, now: [Section("Drīz", ("Talka sestdien",))])
    wish(anna, Rhythm.WEEKLY)
    assert post(now + 7 * DAY) == []


def test_old_notices_are_forgotten(tell, anna, now):
    tell(anna)
    actions.prune(now + 89 * DAY)
    assert anna.notices.exists()
    actions.prune(now + 91 * DAY)
    assert not anna.notices.exists()
