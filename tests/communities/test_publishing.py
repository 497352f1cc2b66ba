from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import TaskState
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from communities.actions import dismiss, set_trust
from communities.models import ArticlePage
from communities.waiting import awaiting_translation
from members.models import User
from notifications.models import Letter
from tests import world

NOW = timezone.now()


def build(site):
    """A community."""
    site.tirza = world.community(site.index, "Tirzas pagasts")


@pytest.fixture
def tirza(site):
    return site.tirza


@pytest.fixture
def leader(tirza):
    return world.leader(tirza)


@pytest.fixture
def draft(tirza, leader):
    """A leader's article that nobody has seen yet."""
    article = world.article(tirza, "Talka", is_published=False, owner=leader)
    article.save_revision(user=leader)
    return article


def submitted(page, by) -> TaskState:
    page.get_workflow().start(page, by)
    return TaskState.objects.get(workflow_state__object_id=str(page.pk), status="in_progress")


def article_form() -> dict:
    """An article as the editor of the backstage posts it."""
    text = rich_text("<p>Sestdien talkosim.</p>")
    words = {"title": "Talka", "date": "2026-11-20", "body": streamfield([("text", text)])}
    return nested_form_data(words)


def letters(kind) -> list[Letter]:
    return list(Letter.objects.filter(kind=kind).order_by("pk"))


def decide(client, state, **form):
    return client.post(reverse("publishing:decide", args=[state.pk]), form)


def is_live(page) -> bool:
    return ArticlePage.objects.get(pk=page.pk).live


def test_a_leader_writes_and_submits_below_the_own_community(tirza, leader, people, client):
    client.force_login(leader)
    url = reverse("wagtailadmin_pages:add", args=["communities", "articlepage", tirza.pk])
    assert client.get(url).status_code == 200
    form = article_form() | {"slug": "talka", "action-submit": "1"}
    answer = client.post(url, form)
    assert answer.status_code == 302, answer.context["form"].errors
    page = ArticlePage.objects.get(title="Talka")
    assert not page.live
    assert page.workflow_in_progress
    assert [letter.person for letter in letters("page-submitted")] == [people.editor]
    assert mail.outbox == []


def test_a_leader_cannot_publish_by_asking_for_it(draft, leader, client):
    client.force_login(leader)
    form = article_form() | {"action-publish": "1", "live": "on", "is_trusted": "on"}
    client.post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), form)
    assert not is_live(draft)


def test_an_editor_approves_from_the_letters_link(draft, leader, people, client):
    state = submitted(draft, leader)
    [letter] = letters("page-submitted")
    url = letter.context["action_url"]
    assert "next=" in client.get(url).url
    client.force_login(people.editor)
    for _ in range(3):
        assert client.get(url).status_code == 200
    assert not is_live(draft)
    assert decide(client, state, decision="approve", comment="Paldies!").status_code == 302
    assert is_live(draft)
    [letter] = letters("page-approved")
    assert letter.person == leader
    assert letter.context["comment_text"] == "Paldies!"
    assert mail.outbox == []


def test_a_page_goes_back_with_a_reason(draft, leader, people, client):
    state = submitted(draft, leader)
    client.force_login(people.editor)
    assert decide(client, state, decision="return").status_code == 200
    assert letters("page-returned") == []
    decide(client, state, decision="return", comment="Lūdzu pievienojiet datumu.")
    assert not is_live(draft)
    [letter] = letters("page-returned")
    assert letter.person == leader
    assert "datumu" in letter.context["comment_text"]


def test_a_page_is_decided_about_once(draft, leader, people, client):
    state = submitted(draft, leader)
    client.force_login(people.editor)
    decide(client, state, decision="approve")
    decide(client, state, decision="return", comment="Par vēlu")
    assert is_live(draft)
    assert len(letters("page-approved")) == 1
    assert letters("page-returned") == []


def test_nobody_but_editors_decides(draft, leader, people, client, site):
    state = submitted(draft, leader)
    other = world.leader(world.community(site.index, "Lizuma pagasts"), "cita@example.test")
    for person in (leader, other, people.resident):
        client.force_login(person)
        assert client.get(reverse("publishing:decide", args=[state.pk])).status_code != 200
        decide(client, state, decision="approve")
        assert not is_live(draft)


def test_a_returned_page_is_sent_again_and_editors_told_again(draft, leader, people, client):
    state = submitted(draft, leader)
    client.force_login(people.editor)
    decide(client, state, decision="return", comment="Datums?")
    draft.current_workflow_state.resume(leader)
    assert len(letters("page-submitted")) == 2


def test_editors_approve_from_the_dashboard_as_well(draft, leader, people, client):
    state = submitted(draft, leader)
    client.force_login(people.editor)
    assert "Talka" in client.get(reverse("wagtailadmin_home")).text
    url = reverse("wagtailadmin_pages:workflow_action", args=[draft.pk, "approve", state.pk])
    client.post(url, {})
    assert is_live(draft)
    assert len(letters("page-approved")) == 1


# Withdrawing


def test_a_leader_takes_the_own_live_news_off_the_site(tirza, leader, people, client):
    article = world.article(tirza, "Talka")
    client.force_login(leader)
    url = reverse("publishing:withdraw", args=[article.pk])
    assert client.get(url).status_code == 200
    assert is_live(article)
    client.post(url)
    assert not is_live(article)
    assert [letter.person for letter in letters("page-withdrawn")] == [people.editor]


def test_what_was_to_come_later_is_withdrawn_too(tirza, leader, client):
    article = world.article(tirza, "Talka")
    article.go_live_at = timezone.now() + timedelta(hours=1)
    article.save_revision().publish()
    client.force_login(leader)
    client.post(reverse("publishing:withdraw", args=[article.pk]))
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        call_command("publish_scheduled")
    assert not is_live(article)


def test_a_leader_withdraws_nothing_else(tirza, leader, client, site):
    other = world.community(site.index, "Lizuma pagasts")
    pages = [tirza, world.article(other, "Cita talka"), world.article(site.news, "Novads")]
    client.force_login(leader)
    for page in pages:
        assert client.post(reverse("publishing:withdraw", args=[page.pk])).status_code != 200
        page.refresh_from_db()
        assert page.live
    assert letters("page-withdrawn") == []


def test_the_button_stands_where_it_helps(tirza, leader, client):
    article = world.article(tirza, "Talka")
    client.force_login(leader)
    url = reverse("publishing:withdraw", args=[article.pk])
    assert url in client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).text
    own = reverse("publishing:withdraw", args=[tirza.pk])
    assert own not in client.get(reverse("wagtailadmin_pages:edit", args=[tirza.pk])).text


# Trust


def trust(tirza, people):
    set_trust(community_key=tirza.translation_key, is_trusted=True, by=people.editor, now=NOW)


def test_a_trusted_leader_publishes_and_editors_are_told(tirza, draft, leader, people, client):
    trust(tirza, people)
    client.force_login(leader)
    form = article_form() | {"action-publish": "1"}
    client.post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), form)
    assert is_live(draft)
    assert [letter.person for letter in letters("page-published")] == [people.editor]


def test_what_an_editor_approved_or_wrote_is_not_told_again(tirza, draft, leader, people, client):
    state = submitted(draft, leader)
    trust(tirza, people)
    client.force_login(people.editor)
    decide(client, state, decision="approve")
    assert is_live(draft)
    article = world.article(tirza, "Redaktores raksts")
    article.save_revision(user=people.editor).publish()
    assert letters("page-published") == []


def test_trust_opens_no_english_page(tirza, leader, people):
    trust(tirza, people)
    leader = User.objects.get(pk=leader.pk)
    assert not world.in_english(tirza).permissions_for_user(leader).can_publish()


def test_leaders_never_submit_translations(tirza, leader, people):
    assert not leader.has_perm("wagtail_localize.submit_translation")
    assert people.editor.has_perm("wagtail_localize.submit_translation")


# Schedule


def test_an_approved_page_comes_out_and_goes_down_at_its_time(draft, leader, people, client):
    now = timezone.now()
    draft.go_live_at, draft.expire_at = now + timedelta(hours=1), now + timedelta(hours=3)
    draft.save_revision(user=leader)
    state = submitted(draft, leader)
    client.force_login(people.editor)
    decide(client, state, decision="approve")
    assert not is_live(draft)
    assert letters("page-approved")[0].context["is_live"] is False
    for hours, live in ((2, True), (4, False)):
        with time_machine.travel(now + timedelta(hours=hours)):
            call_command("publish_scheduled")
        assert is_live(draft) is live


def test_what_a_dismissed_leader_had_scheduled_happens_all_the_same(draft, leader, people, client):
    now = timezone.now()
    draft.go_live_at = now + timedelta(hours=1)
    draft.save_revision(user=leader)
    state = submitted(draft, leader)
    client.force_login(people.editor)
    decide(client, state, decision="approve")
    dismiss(role=leader.community_roles.get(), by=people.editor, now=NOW)
    with time_machine.travel(now + timedelta(hours=2)):
        call_command("publish_scheduled")
    assert is_live(draft)


# Translation


def test_an_approved_page_waits_for_translation_on_the_editors_dashboard(
    tirza, draft, leader, people, client
):
    world.translated(tirza)
    state = submitted(draft, leader)
    client.force_login(people.editor)
    decide(client, state, decision="approve")
    english = world.in_english(draft)
    assert english in [page.specific for page in awaiting_translation()]
    answer = client.get(reverse("wagtailadmin_home"))
    assert reverse("wagtailadmin_pages:edit", args=[english.pk]) in answer.text
    client.force_login(leader)
    assert "awaiting-translation" not in client.get(reverse("wagtailadmin_home"), follow=True).text
