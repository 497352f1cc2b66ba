"""Editors fill in blocks in the backstage; whoever sends something else is told kindly."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from home.models import StandardPage
from tests import world
from tests.core.blocks.forms import page_form
from tests.core.blocks.samples import action, every_block, picture, read, table


@pytest.fixture
def backstage(people):
    """An editor's browser, signed in."""
    client = Client()
    client.force_login(people.editor)
    return client


@pytest.fixture
def address(site):
    """Where a page of text is added below the front page."""
    return reverse("wagtailadmin_pages:add", args=["home", "standardpage", site.home.pk])


def published(response) -> StandardPage:
    """The page that was published; fails with what the editor was told instead."""
    assert response.status_code == 302, told(response)
    return StandardPage.objects.get(slug="lapa", live=True)


def told(response) -> str:
    """What the form says when it comes back."""
    page = BeautifulSoup(response.content, "html.parser")
    messages = " ".join(part.get_text(" ", strip=True) for part in page.select(".messages"))
    return messages + "".join(str(part["data-w-block-arguments-value"]) for part in _blocks(page))


def _blocks(page):
    return page.select("[data-w-block-arguments-value]")


@pytest.fixture
def body(site):
    return every_block(world.standard_page(site.home, "Ceļš", slug="cels"))


def test_a_page_with_every_block_is_published(backstage, address, body, client):
    page = published(backstage.post(address, page_form("Lapa", body)))
    assert [block.block_type for block in page.body] == [kind for kind, _value in body]
    found = read(client, page).get_text()
    for word in ("Talka pie ezera", "Ceturtdiena", "Ezers un krasts", "Talkas video", "Statūti"):
        assert word in found


def test_a_page_with_every_block_is_previewed(backstage, site, body):
    arguments = ["home", "standardpage", site.home.pk]
    address = reverse("wagtailadmin_pages:preview_on_add", args=arguments)
    response = backstage.post(address, page_form("Lapa", body))
    assert response.json()["is_valid"]
    preview = backstage.get(address)
    assert "Ceturtdiena" in preview.content.decode()
    assert "frame-src https://www.youtube-nocookie.com" in preview["Content-Security-Policy"]


def test_a_page_that_is_published_again_says_the_same(backstage, address, body, client):
    page = published(backstage.post(address, page_form("Lapa", body)))
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    before = read(client, page).get_text()
    assert backstage.get(edit).status_code == 200
    values = [(block.block_type, block.value) for block in page.body]
    assert backstage.post(edit, page_form("Lapa", values)).status_code == 302
    assert read(client, page).get_text() == before


def test_a_script_in_a_caption_is_shown_as_text(backstage, address, client):
    body = [("picture", picture(caption="<script>alert(1)</script>"))]
    page = published(backstage.post(address, page_form("Lapa", body)))
    figure = read(client, page).figure
    assert figure.figcaption.get_text() == "<script>alert(1)</script>"
    assert figure.script is None


def test_an_address_that_runs_a_script_is_refused(backstage, address):
    body = [("call_to_action", action(address="javascript:alert(1)"))]
    response = backstage.post(address, page_form("Lapa", body))
    assert response.status_code == 200
    assert "https://" in told(response)
    assert not StandardPage.objects.filter(slug="lapa").exists()


@pytest.mark.parametrize(
    "raw",
    [
        '<p>Sveiki</p><iframe src="https://evil.example/"></iframe>',
        '{"blocks": [{"key": "a", "text": "Sveiki", "type": "atomic", "depth": 0, '
        '"inlineStyleRanges": [], "entityRanges": [{"key": 0, "offset": 0, "length": 1}]}], '
        '"entityMap": {"0": {"type": "IFRAME", "data": {"src": "https://evil.example/"}}}}',
    ],
)
def test_a_frame_in_a_text_is_not_there_for_the_reader(backstage, address, client, raw):
    form = page_form("Lapa", [("text", "<p>Teksts</p>")])
    response = backstage.post(address, form | {"body-0-value": raw})
    if response.status_code == 302:
        assert read(client, published(response)).select("iframe, [src*=evil]") == []
    else:
        assert not StandardPage.objects.filter(slug="lapa").exists()


def test_a_huge_table_is_refused_and_what_was_written_is_kept(backstage, address):
    cells = [["ķirbis" * 30] * 6] * 50
    body = [("table", table([("text", "Kas")] * 6, cells))]
    form = page_form("Lapa", body)
    assert sum(len(value) for value in form.values()) > 50_000
    response = backstage.post(address, form)
    assert response.status_code == 200
    assert "15000" in told(response)
    assert "\\u0137irbis" in response.content.decode() or "ķirbis" in response.content.decode()
    assert not StandardPage.objects.filter(slug="lapa").exists()


def test_the_form_of_every_block_speaks_latvian(backstage, address):
    html = backstage.get(address).content.decode()
    for words in ("Pievienot kolonnu", "Tikai rot", "Video adrese", "Uzraksts uz pogas"):
        assert words in html
