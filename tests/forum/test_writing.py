"""What becomes of the small Markdown: its signs, what nothing can misuse, and how long it takes."""

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum.models.posts import TEXT_BYTES
from forum.writing import (
    ATTRIBUTES,
    REL,
    SCHEMES,
    TAGS,
    excerpt,
    mentioned,
    one_line,
    plain_text,
    quotation,
    render,
    typed,
)
from tests.forum.payloads import PAYLOADS

# What makes renderers of Markdown slow: each is repeated until it fills a post.
SLOW = (
    ">",
    "> ",
    "[",
    "![",
    "[](",
    "[a](b)",
    "](",
    "`",
    "` ",
    "*",
    "*a",
    "**a ",
    "a**b",
    "*_",
    "_a_",
)
SLOW += ("- ", "1. ", "<", "<a ", "<http://a ", "http://", "http://a.lv/(", "https://a.b/", "@Ab ")
SLOW += (
    "\\",
    "&",
    "&a;",
    "\n",
    "a\n",
    "~~a",
    "~",
    "\t",
    "a",
    "🌲",
    "[a]: b\n",
    "||",
    "(",
    "\n\n- a",
)
NESTED = (
    "\n".join(">" * depth + " a" for depth in range(250)),
    "\n".join("  " * depth + "- a" for depth in range(170)),
    "".join("`" * length + " " for length in range(250)),
    "[" * 8000 + "a" + "](b)" * 6000,
    "**a " * 4000 + " a**" * 4000,
    "*a **a " * 4500,
    "http://a" + "." * 32000,
)


class Reader(HTMLParser):
    """Tags and attributes as a browser's parser finds them."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def is_harmless(html: str) -> bool:
    for tag, attributes in Reader(html).found:
        if tag not in TAGS or set(attributes) - ATTRIBUTES.get(tag, set()) - {"rel"}:
            return False
        # An address without a scheme leads to a page; what has one must be of these.
        scheme = re.match(r"[\s\x00-\x20]*([a-z][\w+.\s-]*):", attributes.get("href", ""), re.I)
        if scheme and scheme[1].lower() not in SCHEMES:
            return False
        if tag == "a" and attributes.get("rel") != REL:
            return False
    return True


def test_the_signs_that_people_are_told_of():
    html = render("**Trekns** un *slīps*\n\n- piens\n- maize\n\n> teica\n\n[te](https://a.lv)")
    for part in ("<strong>Trekns</strong>", "<em>slīps</em>", "<li>piens</li>", "<blockquote>"):
        assert part in html
    assert f'<a href="https://a.lv" rel="{REL}">te</a>' in html


def test_what_the_page_itself_uses_is_left_as_words():
    html = render("# Virsraksts\n\n---\n\n| a | b |\n|---|---|\n\n![x](https://a.lv/b.png)")
    assert not re.search("<(h1|hr|table|img)", html)
    assert "# Virsraksts" in html


def test_an_address_becomes_a_link_and_an_e_mail_address_does_not():
    assert 'href="https://gulbene.lv/x?a=1&amp;b=2"' in render("https://gulbene.lv/x?a=1&b=2.")
    assert "<a" not in render("anna@example.test, gulbene.lv")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_runs(payload):
    assert is_harmless(render(payload))
    assert is_harmless(render(quotation(payload, payload)))
    assert is_harmless(render(f"**a** {payload} [b](c)\n\n{payload}"))


@given(st.text(alphabet="<>&\"'`*_[]()!#-\\\n :;/=abjscripthev@", max_size=200))
def test_nothing_runs_whatever_is_typed(text):
    html = render(text)
    assert is_harmless(html)
    assert "\n" not in plain_text(html)


@pytest.mark.parametrize("text", [*(piece * TEXT_BYTES for piece in SLOW), *NESTED])
def test_no_text_takes_long(text):
    text = text[:TEXT_BYTES]
    began = time.process_time()
    plain_text(render(text))
    mentioned(text)
    assert time.process_time() - began < 0.5


def test_a_quotation_holds_its_place_whoever_it_is_of():
    text = quotation("Pirmā rinda\n> cita teiktais\nOtrā", "[Anna](/lv/)*")
    html = render(text)
    assert "cita teiktais" not in text and "Pirmā rinda" in html and "Otrā" in html
    assert "<a " not in html and "[Anna](" in plain_text(html)


def test_signs_that_nobody_sees_are_left_out_and_spaces_are_spaces():
    assert typed("a\u200bb\u202ec\r\nd\re\x00") == "abc\nd\ne"
    assert typed("5\u00a0000 un 1\u202f000") == "5 000 un 1 000"
    assert one_line("  Divas \n rindas\t un\u00a0vārds ") == "Divas rindas un vārds"


def test_words_alone_for_lists_and_letters():
    html = render("Labdien!\n\n- viens\n- divi &amp; <b>trīs</b>\n\n[te](https://a.lv)")
    assert plain_text(html) == "Labdien! viens divi & <b>trīs</b> te"
    assert excerpt(render("vārds " * 100), 20) == "vārds vārds vārds …"
    assert excerpt(render("īss")) == "īss"


def test_names_after_the_sign_are_found_as_they_were_typed():
    text = "@Anna Bērziņa, paldies! @Jānis un @Anna Bērziņa; a@b.lv @@x"
    assert mentioned(text) == ["Anna Bērziņa", "Jānis"]
