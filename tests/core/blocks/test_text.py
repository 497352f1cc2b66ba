"""Rich text: its links know where pages are, and nothing gets through that nobody may write."""

import json

import pytest
from django.core.exceptions import ValidationError

from core.blocks import BodyBlock
from core.blocks.text import MAX_LETTERS
from tests import world
from tests.core.blocks.samples import cleaned, document, in_english, read, shown

HOSTILE = [
    '<p>Sveiki<iframe src="https://evil.example/"></iframe></p>',
    "<p>Sveiki<script>alert(1)</script></p>",
    '<p>Sveiki<img src="x" onerror="alert(1)"></p>',
    '<p onclick="alert(1)" style="position:fixed" class="card" id="content">Sveiki</p>',
    '<p>Sveiki<a href="javascript:alert(1)"></a></p>',
    '<p>Sveiki<a href=" JaVa&#x09;Script:alert(1)"></a></p>',
    '<p>Sveiki<a href="data:text/html,x" onmouseover="alert(1)"></a></p>',
    '<p>Sveiki</p><form action="/"><button>x</button></form><style>p{}</style><h1></h1>',
    '<p>Sveiki<a linktype="page" id="1&quot; onclick=&quot;x"></a></p>',
    '<p>Sveiki<a linktype="page" id="99999999999999999999999"></a></p>',
    '<p>Sveiki<a linktype="unknown" id="1"></a><embed embedtype="media" url="x" /></p>',
    "<p>Sveiki<svg onload=alert(1)><math><mtext></p>",
]


@pytest.mark.parametrize("source", HOSTILE)
def test_it_shows_nothing_that_could_not_be_written_in_the_editor(client, site, source):
    text = shown(client, site, ("text", source)).select_one(".prose")
    assert text.get_text().startswith("Sveiki")
    assert {tag.name for tag in text.find_all()} <= {"p", "a"}
    assert [tag.attrs for tag in text.find_all() if tag.attrs] == []


def test_it_keeps_what_the_editor_offers(client, site):
    source = (
        "<h2>Viens</h2><h3>Divi</h3><p><b>trīs</b> <i>četri</i><br/></p><ul><li>pieci</li></ul>"
        '<ol><li><a href="https://e.test/?a=1&amp;b=2">seši</a></li></ol>'
        '<p><a href="mailto:a@e.test">septiņi</a> <a href="tel:+37164497710">astoņi</a></p>'
    )
    text = shown(client, site, ("text", source)).select_one(".prose")
    assert text.decode_contents() == source


def link(page) -> tuple:
    return "text", f'<p><a linktype="page" id="{page.pk}">ceļš</a></p>'


def href(text):
    return text.select_one(".prose a").get("href")


def test_a_link_leads_to_the_page_in_the_language_of_the_reader(client, site):
    target = world.standard_page(site.home, "Ceļš", slug="cels")
    article = world.article(site.news, "Talka", slug="talka", body=[link(target)])
    english = in_english(site, article)
    assert href(read(client, article)) == "/lv/cels/"
    assert href(read(client, english)) == "/lv/cels/"
    world.translated(target)
    assert href(read(client, english)) == "/en/cels/"


def test_a_link_to_a_page_that_is_gone_stays_as_words(client, site):
    target = world.standard_page(site.home, "Ceļš", slug="cels")
    article = world.article(site.news, "Talka", slug="talka", body=[link(target)])
    target.unpublish()
    assert href(read(client, article)) is None
    target.delete()
    assert "ceļš" in read(client, article).get_text()


def test_a_link_leads_to_the_door_of_a_document(client, site):
    paper = document()
    source = f'<p><a linktype="document" id="{paper.pk}">nolikums</a></p>'
    assert href(shown(client, site, ("text", source))) == f"/documents/{paper.pk}/nolikums.txt"


@pytest.mark.parametrize("kind", ["callout", "accordion"])
def test_what_stands_inside_another_block_has_no_headings(client, site, kind):
    text = "<h2>Virsraksts</h2><p>Teksts</p>"
    values = {
        "callout": {"kind": "note", "title": "", "text": text},
        "accordion": {"heading": "Par ko", "entries": [{"question": "Kas?", "answer": text}]},
    }
    inside = shown(client, site, (kind, values[kind])).select_one(f".{kind} .prose")
    assert inside.get_text() == "VirsrakstsTeksts"
    assert inside.find_all(["h2", "h3"]) == []


def posted(contentstate):
    block = BodyBlock().child_blocks["text"]
    return block.value_from_datadict({"t": contentstate}, {}, "t").source


def contentstate(text, **entity):
    ranges = [{"key": 0, "offset": 0, "length": len(text)}] if entity else []
    paragraph = {"key": "a", "text": text, "type": "unstyled", "depth": 0}
    paragraph |= {"inlineStyleRanges": [], "entityRanges": ranges}
    return json.dumps({"blocks": [paragraph], "entityMap": {"0": entity} if entity else {}})


def test_markup_that_is_typed_is_text(client, site):
    source = posted(contentstate('<iframe src="https://evil.example/">'))
    assert "&lt;iframe" in source
    assert "<iframe" not in source


@pytest.mark.parametrize(
    "entity",
    [
        {"type": "LINK", "data": {"url": "javascript:alert(1)"}},
        {"type": "IFRAME", "data": {"src": "https://evil.example/"}},
        {"type": "EMBED", "data": {"url": "https://evil.example/"}},
        {"type": "IMAGE", "data": {"id": "1", "src": "x", "onerror": "alert(1)"}},
    ],
)
def test_a_forged_entity_is_cleaned_away(entity):
    source = posted(contentstate("Sveiki", mutability="MUTABLE", **entity))
    assert "Sveiki" in source or entity["type"] != "LINK"
    assert not any(word in source for word in ("javascript", "iframe", "embed", "evil", "onerror"))


@pytest.mark.parametrize("raw", ["<iframe src=x>", "[1]", '{"blocks": 7}', "null", "7", '{"a": 1}'])
def test_what_is_not_of_the_editor_is_taken_for_plain_text(raw):
    assert "<iframe" not in posted(raw)


def test_it_refuses_a_text_that_is_endless():
    with pytest.raises(ValidationError):
        cleaned("text", f"<p>{'a' * (MAX_LETTERS + 1)}</p>")
