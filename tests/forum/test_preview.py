"""The preview that a form fetches while it is being filled in."""

import pytest
from django.test import Client
from django.urls import reverse

from forum.models.posts import TEXT_BYTES
from tests.forum.payloads import PAYLOADS

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(site):
    return reverse("forum:preview")


def test_a_text_is_shown_as_it_will_stand(address):
    page = Client().post(address, {"text": "**Jā**"}).content.decode()
    assert "<strong>Jā</strong>" in page and "<html" not in page
    assert not Client().post(address, {"text": ""}).content.strip()


def test_only_a_form_of_this_site_is_answered(address):
    assert Client().get(address).status_code == 405
    assert Client(enforce_csrf_checks=True).post(address, {"text": "a"}).status_code == 403


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_runs_in_a_preview(address, payload):
    page = Client().post(address, {"text": payload}).content.decode()
    assert payload not in page or "<" not in payload
    assert "<script" not in page and "<img" not in page and "<svg" not in page


def test_more_than_a_post_holds_is_cut(address):
    page = Client().post(address, {"text": "ā" * TEXT_BYTES}).content.decode()
    most = "ā" * (TEXT_BYTES // 2)
    assert most in page and f"{most}ā" not in page
