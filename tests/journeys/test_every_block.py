"""An editor builds a page of every block there is, and readers get it in both languages."""

import contextlib
import json
import re
from io import BytesIO

from PIL import Image

from core.blocks import BodyBlock
from tests.journeys.articles import (
    add_block,
    begin_article,
    block_at,
    choose,
    english_editor,
    fill_block,
    publish,
    upload,
    wait_for_list,
)

TITLE = "Ezera diena visos blokos"
ADDRESS = "/lv/kopienas/tirza/ezera-diena-visos-blokos/"

# What is typed, block by block in the order in which they are added: the name of each field after
# the name of its block.
TYPED = {
    "Teksts": {"": "Satiekamies pie laipas."},
    "Citāts": {"-text": "Te pazīst katru koku.", "-name": "Anna Ozola", "-role": "mežsardze"},
    "Izcelts teksts": {"-title": "Ņemiet cimdus", "-text": "Un arī grābekli."},
    "Jautājumi un atbildes": {
        "-heading": "Ko jautā kaimiņi",
        "-entries-0-value-question": "Kas drīkst nākt?",
        "-entries-0-value-answer": "Visi, kas te dzīvo.",
    },
    "Tabula": {
        "-caption": "Dienas gaita",
        "-column-0-heading": "Posms",
        "-column-1-heading": "Sākums",
        "-cell-0-0": "Talka krastā",
        "-cell-0-1": "9.00",
        "-cell-1-0": "Kopīga zupa",
        "-cell-1-1": "13.00",
    },
    "Attēls": {"-alt_text": "Laipa rīta miglā", "-caption": "Ezers un krasts"},
    "Galerija": {"-0-value-alt_text": "Laiva pie krasta", "-1-value-decorative": True},
    "Video": {"-title": "Pērnās talkas filma", "-address": "https://youtu.be/abcdefghijk"},
    "Cilvēki un kontakti": {
        "-heading": "Kam zvanīt",
        "-people-0-value-name": "Anna Ozola",
        "-people-0-value-role": "talkas vadītāja",
        "-people-0-value-phone": "+371 6440 0000",
    },
    "Dokumenti": {"-heading": "Ko izlasīt", "-documents-0-value-title": "Ezera kopšanas plāns"},
    "Aicinājums rīkoties": {
        "-text": "Vieta ir katram.",
        "-label": "Piesakies talkai",
        "-address": "https://example.com/talka",
    },
}

IN_ENGLISH = {
    TITLE: "A day by the lake in all blocks",
    "ezera-diena-visos-blokos": "a-day-by-the-lake",
    "Diena pie ūdens.": "A day by the water.",
    "Satiekamies pie laipas.": "We meet by the jetty.",
    "Te pazīst katru koku.": "They know every tree here.",
    "mežsardze": "forester",
    "Ņemiet cimdus": "Bring gloves",
    "Un arī grābekli.": "And a rake too.",
    "Ko jautā kaimiņi": "What neighbours ask",
    "Kas drīkst nākt?": "Who may come?",
    "Visi, kas te dzīvo.": "All who live here.",
    "Dienas gaita": "Course of the day",
    "Posms": "Part",
    "Sākums": "Begins at",
    "Talka krastā": "Cleaning the shore",
    "Kopīga zupa": "Soup together",
    "Laipa rīta miglā": "The jetty in morning mist",
    "Ezers un krasts": "Lake and shore",
    "Laiva pie krasta": "A boat by the shore",
    "Pērnās talkas filma": "Film of last year's work",
    "Kam zvanīt": "Whom to call",
    "talkas vadītāja": "leader of the work",
    "Ko izlasīt": "What to read",
    "Ezera kopšanas plāns": "Plan of care for the lake",
    "Vieta ir katram.": "There is room for everybody.",
    "Piesakies talkai": "Join the work",
}

# By what each kind of block is recognised on a page.
MARKS = {
    "text": ".article > .prose",
    "quote": ".quote blockquote",
    "callout": ".callout .callout__title",
    "accordion": ".accordion details",
    "table": ".table table",
    "picture": "figure img[alt='{Laipa rīta miglā}']",
    "gallery": ".gallery img[alt='{Laiva pie krasta}']",
    "video": ".video .video__title",
    "contacts": ".contact a[href='tel:+37164400000']",
    "documents": ".document",
    "call_to_action": ".call-to-action a[href='https://example.com/talka']",
}
IS_NO_TEXT = re.compile(r"alt_text|address|decorative")


def test_a_page_of_every_block_is_made_looked_at_and_translated(page, base_url, sign_in, browser):
    sign_in("redaktore@kopa.test")
    _make_article(page)
    page.get_by_role("button", name="Saglabāt melnrakstu").click()
    page.wait_for_url(re.compile(r"/admin/pages/\d+/edit/$"))
    page.get_by_role("button", name="Rādīt vai paslēpt priekšskatījumu").click()
    _assert_shows_all(page.frame_locator("#w-preview-iframe"), "lv")
    with _reader(browser, base_url) as reader:
        assert reader.goto(ADDRESS).status == 404
        publish(page)
        wait_for_list(page)
        reader.goto(ADDRESS)
        _assert_shows_all(reader, "lv")
        _translate(page)
        reader.goto(ADDRESS)
        reader.get_by_role("link", name="English").click()
        reader.wait_for_url("**/en/communities/tirza/a-day-by-the-lake/")
        _assert_shows_all(reader, "en")


SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>"
HARMFUL = {
    "Izcelts teksts": {"-title": SCRIPT, "-text": SCRIPT},
    "Jautājumi un atbildes": {
        "-heading": SCRIPT,
        "-entries-0-value-question": SCRIPT,
        "-entries-0-value-answer": SCRIPT,
    },
    "Aicinājums rīkoties": {"-text": SCRIPT, "-label": "Spied", "-address": "javascript:alert(1)"},
    "Attēls": {"-alt_text": SCRIPT, "-caption": SCRIPT},
}


def test_what_would_do_harm_is_refused_kindly_or_shown_as_text(page, base_url, sign_in, browser):
    sign_in("redaktore@kopa.test")
    begin_article(page, "Drošs raksts", SCRIPT)
    for place, (kind, fields) in enumerate(HARMFUL.items()):
        add_block(page, kind)
        fill_block(page, place, fields)
    chooser = block_at(page, 3).get_by_role("button", name="Izvēlēties attēlu")
    upload(page, chooser, _picture("bute.jpg", "navy"))
    _assert_no_link_runs_a_script(page)
    publish(page)
    told = page.locator(".w-field", has=page.locator("[name='body-2-value-address']")).last
    told.get_by_text("Šī nav tīmekļa lapas adrese").wait_for()
    _assert_keeps(page, HARMFUL)
    page.fill("[name='body-2-value-address']", "https://example.com/")
    publish(page)
    wait_for_list(page)
    with _reader(browser, base_url) as reader:
        reader.goto("/lv/kopienas/tirza/dross-raksts/")
        typed = [text for fields in HARMFUL.values() for text in fields.values()]
        # The summary has it too, and the words for those who do not see the picture are no text.
        assert reader.locator("main").text_content().count(SCRIPT) == typed.count(SCRIPT)
        assert reader.locator("[onerror], main script, img[src=x]").count() == 0


def _make_article(page):
    begin_article(page, TITLE, "Diena pie ūdens.")
    for place, (kind, fields) in enumerate(TYPED.items()):
        add_block(page, kind)
        fill_block(page, place, fields)
    alone, gallery, papers = (
        block_at(page, list(TYPED).index(kind)) for kind in ("Attēls", "Galerija", "Dokumenti")
    )
    choosing = {"name": "Izvēlēties attēlu"}
    upload(page, alone.get_by_role("button", **choosing), _picture("laipa.jpg", "green"))
    for place in range(2):
        picture = gallery.locator(f"[data-contentpath]:has(> [name='body-6-value-{place}-order'])")
        choose(page, picture.get_by_role("button", **choosing), _take_the_jetty)
    plan = {"name": "plans.txt", "mimeType": "text/plain", "buffer": b"Kopt krastu.\n"}
    upload(page, papers.get_by_role("button", name="Izvēlēties dokumentu"), plan)


def _take_the_jetty(window):
    window.get_by_role("link", name="laipa.jpg").first.click()


def _picture(name, colour):
    output = BytesIO()
    Image.new("RGB", (700, 500), colour).save(output, "JPEG")
    return {"name": name, "mimeType": "image/jpeg", "buffer": output.getvalue()}


def _assert_shows_all(place, language):
    place.locator("main").wait_for()
    assert list(MARKS) == list(BodyBlock().child_blocks)
    for kind, mark in MARKS.items():
        words = re.sub(r"{(.+)}", lambda found: _said(found[1], language), mark)
        assert place.locator(words).count() >= 1, kind
    shown = place.locator("main").text_content()
    for fields in TYPED.values():
        texts = [text for name, text in fields.items() if not IS_NO_TEXT.search(name)]
        assert [text for text in texts if _said(text, language) not in shown] == []
    if language == "en":
        assert [text for text in IN_ENGLISH if text in shown] == []


def _said(text, language):
    return IN_ENGLISH.get(text, text) if language == "en" else text


def _translate(page):
    page.goto(english_editor(page, TITLE))
    waiting = page.locator("li.incomplete").filter(visible=True)
    for tab in ("Saturs", "Atrodamība"):
        page.get_by_role("tab", name=tab).click()
        waiting.first.wait_for()
        while waiting.count():
            _translate_one(waiting.first)
    page.get_by_role("button", name="Publicēt valodā").click()
    page.locator(".messages li.success").wait_for()


def _translate_one(segment):
    source = segment.locator("> p").last.inner_text()
    segment.get_by_role("button", name="Tulkot").click()
    segment = segment.page.locator("li.incomplete", has=segment.page.locator("textarea"))
    segment.locator("textarea").fill(IN_ENGLISH[source])
    segment.get_by_role("button", name="Saglabāt").click()
    segment.wait_for(state="detached")


@contextlib.contextmanager
def _reader(browser, base_url):
    """Somebody who is not signed in; nothing runs on their pages that should not, or fails."""
    reader = browser.new_context(base_url=base_url).new_page()
    found = []
    reader.on("dialog", lambda dialog: (found.append(dialog.message), dialog.dismiss()))
    reader.on("pageerror", lambda error: found.append(str(error)))
    yield reader
    reader.context.close()
    assert found == []


def _assert_no_link_runs_a_script(page):
    editor = block_at(page, 0).locator(".public-DraftEditor-content")
    editor.click()
    page.keyboard.press("Control+a")
    block_at(page, 0).get_by_role("button", name="Saite").click()
    window = page.locator(".modal-dialog")
    window.get_by_role("link", name="Ārēja saite").click()
    window.locator("input[name$=url]").fill("javascript:alert(1)")
    window.locator("[type=submit]").click()
    window.get_by_text("Jāievada derīga tīmekļa adrese.").wait_for()
    assert window.locator("input[name$=url]").input_value() == "javascript:alert(1)"
    window.get_by_role("button", name="Aizvērt").click()
    window.wait_for(state="detached")


def _assert_keeps(page, typed):
    for place, fields in enumerate(typed.values()):
        for name, text in fields.items():
            field = page.locator(f"[name='body-{place}-value{name}']")
            kept = field.input_value()
            assert text in (kept, *(block["text"] for block in _paragraphs(kept)))


def _paragraphs(kept):
    return json.loads(kept)["blocks"] if kept.startswith("{") else []
