import pytest
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from communities.actions import dismiss
from communities.typed_text import typed_text
from tests import world


@pytest.fixture
def tirza(site):
    return world.community(site.index, "Tirzas pagasts")


def form() -> dict:
    text = rich_text("<p>Sestdien talkosim.</p><p>Ņemiet grābekļus!</p>")
    words = {"title": "Talka", "date": "2026-11-20", "body": streamfield([("text", text)])}
    return nested_form_data(words) | {"action-submit": "1", "csrfmiddlewaretoken": "noslēpums"}


def posted(form) -> QueryDict:
    sent = QueryDict(mutable=True)
    sent.update(form)
    return sent


def test_the_words_of_a_form_are_read_in_their_order_and_nothing_else():
    assert typed_text(posted(form())) == "Talka\n\nSestdien talkosim.\n\nŅemiet grābekļus!"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("Vienkārši vārdi", "Vienkārši vārdi"),
        ('{"blocks": [{"text": "Rindkopa"}, {"text": ""}, null]}', "Rindkopa"),
        ('{"nav": "beigta', '{"nav": "beigta'),
        ("[Talka] sestdien", "[Talka] sestdien"),
        ("12", ""),
        ("2026-11-20", ""),
        ("on", ""),
        ("  ", ""),
        ("{}", ""),
        ('[[1, 2], ["Vārds"]]', "Vārds"),
    ],
)
def test_whatever_was_typed_is_kept_and_what_was_not_is_left_out(value, words):
    assert typed_text(posted({"field": value})) == words


def test_a_dismissed_leader_gets_back_what_was_typed(tirza, client):
    leader, article = world.leader(tirza), world.article(tirza, "Talka")
    client.force_login(leader)
    url = reverse("wagtailadmin_pages:edit", args=[article.pk])
    assert client.get(url).status_code == 200
    dismiss(role=leader.community_roles.get(), by=None, now=timezone.now())
    answer = client.post(url, form())
    assert answer.status_code == 403
    assert "Ņemiet grābekļus!" in answer.text
    assert "noslēpums" not in answer.text
    assert "no-store" in answer["Cache-Control"]
    article.refresh_from_db()
    assert "Sestdien" not in article.latest_revision.content["body"]


def test_the_same_for_a_page_that_is_not_there_yet_and_for_who_is_signed_out(tirza, client):
    url = reverse("wagtailadmin_pages:add", args=["communities", "articlepage", tirza.pk])
    answer = client.post(url, form())
    assert answer.status_code == 403
    assert "Sestdien talkosim." in answer.text


def test_whoever_may_save_is_not_disturbed(tirza, client, people):
    leader, article = world.leader(tirza), world.article(tirza, "Talka")
    url = reverse("wagtailadmin_pages:edit", args=[article.pk])
    for person in (leader, people.editor):
        client.force_login(person)
        assert client.post(url, form()).status_code != 403


def test_typed_markup_is_shown_as_it_was_typed(tirza, client):
    url = reverse("wagtailadmin_pages:add", args=["communities", "articlepage", tirza.pk])
    answer = client.post(url, form() | {"title": "</textarea><script>alert(1)</script>"})
    assert "<script>alert" not in answer.text


def test_the_text_comes_back_as_a_file(client, site):
    url = reverse("communities:keep-text")
    answer = client.post(url, {"text": "Ņemiet grābekļus!"})
    assert answer.content.decode() == "Ņemiet grābekļus!"
    assert answer["Content-Type"].startswith("text/plain")
    assert answer["Content-Disposition"].startswith("attachment")
    assert client.get(url).status_code == 405
