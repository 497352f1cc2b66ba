from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import override

from communities.access import community_above
from communities.actions import dismiss, forget_preview_links, make_preview_link
from communities.models import CommunityRole, PreviewLink
from communities.models.preview_links import GOOD_FOR
from members.actions import erase_person
from members.models import User
from tests import world


@pytest.fixture
def tirza(site):
    return world.community(site.index, "Tirzas pagasts")


@pytest.fixture
def draft(tirza):
    return world.article(tirza, "Talka", is_published=False)


def url_of(token: str) -> str:
    with override("lv"):
        return reverse("communities:preview", args=[token])


def made(draft, now=None, by=None) -> str:
    by = by or world.leader(community_above(draft), f"{get_random_string(8)}@example.test")
    return url_of(make_preview_link(page=draft, by=by, now=now or timezone.now()))


def test_whoever_has_the_link_sees_the_latest_draft(draft, client):
    url = made(draft)
    assert "Talka" in client.get(url).text
    draft.title = "Lielā talka"
    draft.save_revision()
    assert "Lielā talka" in client.get(url).text


def test_nobody_keeps_it_and_no_search_engine_finds_it(draft, client):
    answer = client.get(made(draft))
    assert "no-store" in answer["Cache-Control"] and "private" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "no-referrer"


def test_what_is_live_can_be_shown_in_its_next_state(tirza, client):
    article = world.article(tirza, "Talka")
    article.title = "Pārcelta talka"
    article.save_revision()
    assert "Pārcelta talka" in client.get(made(article)).text
    assert "Pārcelta talka" not in client.get(article.url).text


def test_a_link_ends_after_a_week(draft, client):
    url = made(draft)
    with time_machine.travel(timezone.now() + GOOD_FOR - timedelta(minutes=1)):
        assert client.get(url).status_code == 200
    with time_machine.travel(timezone.now() + GOOD_FOR + timedelta(minutes=1)):
        assert client.get(url).status_code == 404


@pytest.mark.parametrize("end", ["dismissed", "deactivated", "erased"])
def test_a_link_ends_with_the_role_of_whoever_made_it(tirza, draft, client, end):
    leader = world.leader(tirza, "vaditaja@example.test")
    url = made(draft, by=leader)
    assert client.get(url).status_code == 200
    if end == "dismissed":
        dismiss(role=CommunityRole.objects.get(person=leader), by=None, now=timezone.now())
    elif end == "deactivated":
        User.objects.filter(pk=leader.pk).update(is_active=False)
    else:
        erase_person(person=leader, now=timezone.now())
    assert client.get(url).status_code == 404


def test_only_the_fingerprint_is_kept(draft):
    token = make_preview_link(page=draft, by=None, now=timezone.now())
    assert not PreviewLink.objects.filter(token_digest=token).exists()


def test_a_leader_makes_and_ends_links_of_the_own_pages(tirza, draft, client):
    client.force_login(world.leader(tirza))
    url = reverse("publishing:preview-links", args=[draft.pk])
    assert client.get(url).status_code == 200
    assert not PreviewLink.objects.exists()
    answer = client.post(url, follow=True)
    [message] = answer.context["messages"]
    link = str(message).split('href="')[1].split('"')[0]
    path = "/" + link.split("/", 3)[3]
    client.logout()
    assert client.get(path).status_code == 200
    client.force_login(PreviewLink.objects.get().made_by)
    end = reverse("publishing:preview-link-end", args=[PreviewLink.objects.get().pk])
    assert client.get(end).status_code == 405
    client.post(end)
    assert client.get(path).status_code == 404


def test_nobody_makes_or_ends_links_of_others_pages(draft, people, site, client):
    other = world.leader(world.community(site.index, "Lizuma pagasts"), "cita@example.test")
    make_preview_link(page=draft, by=None, now=timezone.now())
    link = PreviewLink.objects.get()
    for person in (other, people.resident):
        client.force_login(person)
        for name, number in (("preview-links", draft.pk), ("preview-link-end", link.pk)):
            url = reverse(f"publishing:{name}", args=[number])
            answer = client.post(url)
            assert answer.status_code in (302, 403)
            assert "Talka" not in answer.text
    link.refresh_from_db()
    assert link.revoked_at is None
    assert PreviewLink.objects.count() == 1


def test_strangers_sign_in_first(draft, client):
    url = reverse("publishing:preview-links", args=[draft.pk])
    assert "next=" in client.get(url).url
    assert "next=" in client.post(url).url


@pytest.mark.parametrize("token", ["a" * 43, "x", "a" * 500])
def test_a_made_up_token_shows_nothing(token, client, site):
    assert client.get(url_of(token)).status_code == 404


def test_a_link_takes_no_form(draft, client):
    assert client.post(made(draft)).status_code == 405


def test_ended_links_are_forgotten(draft):
    now = timezone.now()
    make_preview_link(page=draft, by=None, now=now - GOOD_FOR)
    make_preview_link(page=draft, by=None, now=now)
    forget_preview_links(now)
    assert PreviewLink.objects.count() == 1
