"""What residents propose for the calendar, and what becomes of it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from communities.models import CommunityRole
from core.roles import EDITORS
from events import actions
from events.models import EventPage, Proposal
from events.proposing.kept import HOLDER
from members.models import PendingAction, User
from notifications.actions import deliver_due, gather_due
from notifications.models import Letter, Notice
from notifications.notices import lines_of
from tests import world
from tests.events import making
from tests.growth import assert_same_queries

NOW = timezone.now()
SENT = {
    "title": "Zupas diena",
    "when": "Katra mēneša pēdējā svētdienā",
    "where": "Tirzas Biedrības nams",
    "who": "Tirzas biedrība",
    "text": "Katrs atnes\nko vārīt <b>.",
}


def build(site):
    site.tirza, site.lizums = (world.community(site.index, name) for name in ("Tirza", "Lizums"))
    site.leader = world.leader(site.tirza)
    site.resident = world.person("iedzivotaja@example.test", display_name="Zane")
    site.editor = world.person("redaktore@example.test")
    site.editor.groups.add(Group.objects.get(name=EDITORS))
    site.proposal = making.proposal(site.tirza, site.resident, **SENT)
    site.foreign = making.proposal(site.lizums, site.resident, title="Lizuma balle")
    site.common = making.proposal(None, site.resident, title="Novada skrējiens")


def browser(person=None) -> Client:
    found = Client()
    if person:
        found.force_login(person)
    return found


def place(name: str, *arguments) -> str:
    with override("lv"):
        return reverse(name, args=arguments)


def sent(client, **fields):
    return client.post(place("events:propose"), SENT | {"community": ""} | fields)


def test_somebody_who_has_signed_in_proposes_at_once(site):
    answer = sent(browser(site.resident), community=str(site.lizums.translation_key))
    assert answer.status_code == 302
    made = Proposal.objects.latest("pk")
    assert {name: getattr(made, name) for name in SENT} == {**SENT, "text": made.text}
    assert (made.person, made.community_key) == (site.resident, site.lizums.translation_key)


def test_with_an_address_alone_it_waits_for_its_confirmation(site):
    before = Proposal.objects.count()
    answer = sent(browser(), address="jauna@example.test", agrees="on")
    assert answer.status_code == 302
    assert PendingAction.objects.filter(kind="events.propose").count() == 1
    assert Proposal.objects.count() == before


def test_the_letter_with_the_code_carries_no_words_of_the_sender(site):
    sent(browser(), address="jauna@example.test", agrees="on")
    deliver_due(timezone.now())
    [letter] = mail.outbox
    assert letter.to == ["jauna@example.test"]
    assert not [words for words in SENT.values() if words in letter.body + letter.subject]


@pytest.mark.parametrize("name", ["title", "when", "where", "who"])
def test_what_is_missing_is_asked_for(site, name):
    before = Proposal.objects.count()
    assert sent(browser(site.resident), **{name: ""}).status_code == 200
    assert Proposal.objects.count() == before


def test_the_calendar_leads_to_the_form(site):
    page = browser().get(making.calendar(site).url_path).content.decode()
    assert f'href="{place("events:propose")}"' in page
    assert browser().get(place("events:propose")).status_code == 200


def test_leaders_see_what_is_proposed_for_them_and_editors_all(site):
    for person, wanted in (
        (site.leader, {"Zupas"}),
        (site.editor, {"Zupas", "balle", "skrējiens"}),
    ):
        page = browser(person).get(reverse("proposals:list")).content.decode()
        assert {word for word in ("Zupas", "balle", "skrējiens") if word in page} == wanted
    assert browser(site.resident).get(reverse("proposals:list")).status_code == 302


def test_the_menu_says_how_much_waits(site):
    page = browser(site.editor).get(reverse("proposals:list")).content.decode()
    assert "(3)" in page


def test_a_proposal_becomes_a_draft_in_one_click(site):
    answer = browser(site.leader).post(reverse("proposals:take-up", args=[site.proposal.pk]))
    page = EventPage.objects.get(title="Zupas diena")
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert page.get_parent().pk == site.tirza.pk
    assert (page.live, page.owner, page.place_name) == (False, site.leader, SENT["where"])
    assert "&lt;b&gt;" in str(page.body)
    assert SENT["when"] in str(page.body)
    assert browser(site.leader).get(answer.url).status_code == 200
    site.proposal.refresh_from_db()
    assert site.proposal.state == "taken_up"


def test_what_is_for_the_whole_municipality_goes_below_the_calendar(site):
    actions.take_up(proposal=site.common, by=site.editor, now=NOW)
    page = EventPage.objects.get(title="Novada skrējiens")
    assert page.get_parent().pk == making.calendar(site).pk


def test_nobody_decides_twice_or_about_others(site):
    actions.take_up(proposal=site.proposal, by=site.leader, now=NOW)
    with pytest.raises(actions.AlreadyDecided):
        actions.refuse_proposal(proposal=site.proposal, reason="Nē.", now=NOW)
    for name in ("proposals:take-up", "proposals:refuse"):
        for proposal in (site.foreign, site.common, site.proposal):
            answer = browser(site.leader).post(reverse(name, args=[proposal.pk]))
            assert answer.status_code == 404
    assert EventPage.objects.count() == 1


def test_whoever_proposed_it_reads_why_it_was_refused(site):
    where = reverse("proposals:refuse", args=[site.proposal.pk])
    assert browser(site.leader).post(where, {"reason": ""}).status_code == 200
    assert browser(site.leader).post(where, {"reason": "Tāda jau ir."}).status_code == 302
    letter = Letter.objects.get(kind="events.proposal-refused")
    assert letter.person == site.resident
    assert letter.context["reason"] == "Tāda jau ir."
    assert Proposal.objects.get(pk=site.proposal.pk).state == "refused"


@pytest.mark.parametrize(("days", "left"), [(89, 3), (90, 0)])
def test_proposals_are_forgotten_after_ninety_days(site, days, left):
    actions.forget_proposals(site.common.sent_at + timedelta(days=days))
    assert Proposal.objects.count() == left


def test_what_a_person_proposed_is_theirs_to_have_and_to_have_erased(site):
    assert [row["title"] for row in HOLDER.export(site.resident)][0] == "Zupas diena"
    HOLDER.erase(site.resident, NOW)
    assert not Proposal.objects.exists()


def test_more_proposals_ask_nothing_more(site):
    def grow():
        for number in range(20):
            making.proposal(site.tirza, site.resident, title=f"Zupa {number}")

    assert_same_queries([reverse("proposals:list")], grow, site.editor)


def told(proposal) -> list:
    """Whom the notices of the proposal are for."""
    rows = Notice.objects.filter(kind="events.proposal", about=f"proposal:{proposal.pk}")
    return [row.person for row in rows.order_by("pk").select_related("person")]


def test_leaders_hear_of_what_is_proposed_for_them_else_editors(site):
    assert told(site.proposal) == [site.leader]
    assert told(site.foreign) == told(site.common) == [site.editor]


def test_whoever_proposes_is_not_asked_to_decide(site):
    assert told(making.proposal(site.tirza, site.leader)) == [site.editor]


def test_what_waits_comes_by_letter_once_in_the_readers_language(site):
    User.objects.filter(pk=site.editor.pk).update(language="en")
    now = Notice.objects.latest("due_at").due_at
    for _ in range(2):
        gather_due(now)
        deliver_due(now)
    [letter] = [each for each in mail.outbox if each.to == [site.editor.email]]
    assert letter.subject == "2 events proposed for the calendar wait for you"
    assert reverse("proposals:list") in letter.body
    [other] = [each for each in mail.outbox if each.to == [site.leader.email]]
    assert "Zupas diena" in other.subject


def test_nobody_is_told_of_what_others_have_decided(site):
    actions.take_up(proposal=site.proposal, by=site.leader, now=NOW)
    assert told(site.proposal) == []


def test_what_is_told_is_told_to_those_who_still_decide(site):
    [notice] = Notice.objects.filter(person=site.leader, kind="events.proposal")
    assert list(lines_of(site.leader, [notice], NOW)) == [notice.pk]
    CommunityRole.objects.filter(person=site.leader).delete()
    assert lines_of(site.leader, [notice], NOW) == {}


def test_more_that_are_told_ask_nothing_more(site, django_assert_max_num_queries):
    for number in range(20):
        making.proposal(None, site.resident, title=f"Balle {number}")
    found = Notice.objects.filter(person=site.editor)
    with django_assert_max_num_queries(5):
        assert len(lines_of(site.editor, found, NOW)) == 22
