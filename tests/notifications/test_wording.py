"""From a rendered template to subject, text and blocks."""

import pytest

from notifications.wording import (
    Block,
    NoSubject,
    button_mark,
    cleaned,
    quotation,
    with_links,
    wording_of,
)

SITE = "https://kopa.example"


def test_the_first_line_is_the_subject():
    words = wording_of("\n Talka sestdien \n\nPirmā rinda\notrā rinda\n\n\n \nOtrais.\n")
    assert words.subject == "Talka sestdien"
    assert words.blocks == (Block("text", ("Pirmā rinda otrā rinda",)), Block("text", ("Otrais.",)))
    assert words.text == "Pirmā rinda otrā rinda\n\nOtrais."


@pytest.mark.parametrize("rendered", ["", " \n\n ", "\x02\n\nteksts"])
def test_without_a_subject_there_is_no_letter(rendered):
    with pytest.raises(NoSubject):
        wording_of(rendered)


def test_a_long_subject_is_cut():
    assert len(wording_of("a" * 500).subject) == 180


def test_lists_and_quotations():
    words = wording_of("T\n\n- viens\n- divi\n\n" + quotation("Nu, jā.\n\nVarbūt."))
    assert words.blocks[0] == Block("list", ("viens", "divi"))
    assert words.blocks[1] == Block("quote", ("Nu, jā.", "", "Varbūt."))
    assert words.text == "- viens\n- divi\n\n> Nu, jā.\n>\n> Varbūt."


def test_a_button():
    words = wording_of("T\n\n" + button_mark("Atvērt", f"{SITE}/lv/"))
    assert words.blocks == (Block("button", ("Atvērt", f"{SITE}/lv/")),)
    assert words.text == f"Atvērt:\n{SITE}/lv/"


def test_a_button_inside_a_sentence_is_still_an_address():
    words = wording_of(f"T\n\nŠeit: {button_mark('Atvērt', f'{SITE}/lv/')} un viss.")
    assert words.text == f"Šeit: Atvērt: {SITE}/lv/ un viss."


def test_nobody_can_write_a_button():
    words = wording_of("T\n\n\x02Atvērt\x1fhttps://evil.example/\x03")
    assert words.blocks[0].shape == "text"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Talka\r\nBcc: visi@example.test", "Talka Bcc: visi@example.test"),
        ("Talka\n\nNauda", "Talka Nauda"),
        ("a\x00b\x02c\x85d\u2028e", "a b c d e"),
        ("\u202egpj.exe", "gpj.exe"),
        ("Ģirts  un\tĀdams", "Ģirts un Ādams"),
    ],
)
def test_a_value_has_one_line_and_no_hidden_signs(written, kept):
    assert cleaned({"a": written, "b": [written], "c": {"d": written}}) == {
        "a": kept,
        "b": [kept],
        "c": {"d": kept},
    }


def test_a_text_keeps_its_lines():
    assert cleaned({"a_text": "viens\r\n\r\n\x02divi"}) == {"a_text": "viens\n\ndivi"}


def test_what_is_no_text_stays():
    assert cleaned({"a": 1, "b": None, "c": True}) == {"a": 1, "b": None, "c": True}


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (f"Lasiet {SITE}/lv/zina/.", [f"{SITE}/lv/zina/"]),
        (f"{SITE}", [SITE]),
        (f"({SITE}/a) un {SITE}/b?c=1", [f"{SITE}/a", f"{SITE}/b?c=1"]),
        (f"{SITE}.evil.example/lv/", []),
        (f"{SITE}@evil.example/", []),
        (f"{SITE}:8080/", []),
        (f"{SITE}x/", []),
        ("https://evil.example/", []),
    ],
)
def test_only_addresses_of_the_site_are_links(text, links):
    parts = with_links(text, SITE)
    assert "".join(part for part, _link in parts) == text
    assert [link for _part, link in parts if link] == links
