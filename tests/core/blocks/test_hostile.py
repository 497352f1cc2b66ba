"""What somebody with bad intentions sends in place of the form is refused kindly or cleaned."""

import json
import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from home.models import StandardPage
from tests.core.blocks.forms import page_form
from tests.core.blocks.samples import action, read, table, video


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


def refused(response) -> tuple[list[dict], dict]:
    """The blocks as the form offers them again, and what is said of each by its place."""
    assert response.status_code == 200
    assert not StandardPage.objects.filter(slug="lapa").exists()
    page = BeautifulSoup(response.content, "html.parser")
    for field in page.select("[data-w-block-arguments-value]"):
        arguments = json.loads(field["data-w-block-arguments-value"])
        if len(arguments) > 1 and arguments[1] and "blockErrors" in arguments[1]:
            return arguments[0], arguments[1]["blockErrors"]
    raise AssertionError("The form says nothing of its blocks.")


RUNS = re.compile(r"(javascript|vbscript|data):", re.IGNORECASE)
RUN_SCRIPTS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//https://example.com",
    "java\tscript:alert(1)",
    " javascript://example.com/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
]


@pytest.mark.parametrize("typed", RUN_SCRIPTS)
@pytest.mark.parametrize(
    ("kind", "make", "hint"),
    [("call_to_action", action, "tīmekļa lapas adrese"), ("video", video, "adrese")],
)
def test_an_address_that_runs_a_script_is_told_of_where_it_is_typed(
    backstage, address, kind, make, hint, typed
):
    form = page_form("Lapa", [(kind, make(address="https://example.com/"))])
    response = backstage.post(address, form | {"body-0-value-address": typed})
    blocks, errors = refused(response)
    assert hint in errors["0"]["blockErrors"]["address"]["messages"][0]
    assert blocks[0]["value"]["address"].strip() == typed.strip()


MARKUP = [
    "<script>alert(1)</script>Sveiki",
    '<iframe src="https://evil.example/"></iframe>Sveiki',
    "<img src=x onerror=alert(1)>Sveiki",
    '<a href="javascript:alert(1)" onclick="alert(1)">Sveiki</a>',
    '<p style="position:fixed" onmouseover="alert(1)">Sveiki</p>',
    "<svg onload=alert(1)>Sveiki</svg>",
]


def as_written(text: str, entity: dict | None = None) -> str:
    """The text as the editor of rich text sends it, with something that lies over all of it."""
    ranges = [{"key": 0, "offset": 0, "length": len(text)}] if entity else []
    paragraph = {"key": "a", "text": text, "type": "unstyled", "depth": 0}
    paragraph |= {"inlineStyleRanges": [], "entityRanges": ranges}
    return json.dumps({"blocks": [paragraph], "entityMap": {"0": entity} if entity else {}})


FORGED = [
    as_written("Sveiki", {"type": kind, "mutability": "MUTABLE", "data": data})
    for kind, data in [
        ("LINK", {"url": "javascript:alert(1)"}),
        ("LINK", {"url": "java\nscript:alert(1)"}),
        ("LINK", {"url": '"><script>alert(1)</script>'}),
        ("LINK", {"id": "1 onclick=alert(1)", "parentId": 1}),
        ("DOCUMENT", {"id": "' onclick='alert(1)", "url": "javascript:alert(1)"}),
        ("IMAGE", {"id": "1", "src": "x", "onerror": "alert(1)", "alt": ""}),
        ("EMBED", {"url": "https://evil.example/"}),
    ]
]
RICH = {
    "text": ("<p>Teksts</p>", "body-0-value"),
    "callout": ({"text": "<p>Teksts</p>"}, "body-0-value-text"),
    "accordion": (
        {"heading": "Kas", "entries": [{"question": "Kas?", "answer": "<p>Teksts</p>"}]},
        "body-0-value-entries-0-value-answer",
    ),
}


@pytest.mark.parametrize("kind", RICH)
def test_nothing_that_is_sent_as_rich_text_runs(backstage, address, client, kind):
    value, field = RICH[kind]
    sent = [*MARKUP, *map(as_written, MARKUP), *FORGED]
    form = page_form("Lapa", [(kind, value)] * len(sent))
    for number, raw in enumerate(sent):
        form[field.replace("body-0", f"body-{number}")] = raw
    assert backstage.post(address, form).status_code == 302
    found = read(client, StandardPage.objects.get(slug="lapa", live=True)).select(".prose")
    assert len(found) == len(sent) and "Sveiki" in found[0].text
    for text, raw in zip(found, sent, strict=True):
        assert text.select("script, iframe, img, svg, style, [style], [id]") == [], raw
        assert {name for tag in text.select("*") for name in tag.attrs} <= {"href"}, raw
        for link in text.select("a[href]"):
            assert not RUNS.match("".join(link["href"].split())), raw


@pytest.mark.parametrize(("columns", "rows"), [(8, 400), (12, 300)])
def test_a_table_of_fifty_kilobytes_is_told_of_and_offered_again(backstage, address, columns, rows):
    cells = [["ķirbis un zirnis"] * columns] * rows
    form = page_form("Lapa", [("table", table([("text", "Kas")] * columns, cells))])
    # The most fields that a form may have are settings.DATA_UPLOAD_MAX_NUMBER_FIELDS.
    assert sum(len(value.encode()) for value in form.values()) > 50_000
    blocks, errors = refused(backstage.post(address, form))
    assert "tabul" in " ".join(errors["0"]["messages"]).lower()
    assert blocks[0]["value"]["rows"][-1]["values"][-1] == "ķirbis un zirnis"
    assert len(blocks[0]["value"]["rows"]) == rows
