"""A letter as it leaves: language, headers, text, HTML and belt."""

from email import policy
from email.parser import BytesParser

import pytest
from django.core import mail

from core.belt import belt, belt_png, word_of
from core.models import SiteSettings
from notifications import actions, composing
from notifications.kinds import kind_of
from tests import world

HOSTILE = '<img src="https://evil.example/x.png">&amp;'


@pytest.fixture
def compose(write, now):
    def compose(**fields):
        letter = write(**fields)
        letter.refresh_from_db()
        site = SiteSettings(name="Kopā", tagline_lv="Gulbenes novads", email="hub@kopa.example")
        return composing.compose(letter, kind_of(letter.kind), site=site, now=now)

    return compose


def read(message):
    return BytesParser(policy=policy.default).parsebytes(message.message().as_bytes())


def parts(message) -> tuple[str, str]:
    bodies = map(read(message).get_body, [("plain",), ("html",)])
    return tuple(body.get_content().replace("\r\n", "\n") for body in bodies)


def test_text_and_html_say_the_same(compose):
    context = {"comment_text": "Labs!\nTiešām.", "action_url": "/lv/"}
    text, html = parts(compose(context=context))
    assert "Ņemiet cimdus." in text
    assert "> Labs!\n> Tiešām." in text
    assert "Sākums:\nhttps://kopa.example/lv/" in text
    assert "- viens\n- divi" in text
    assert "-- \nKopā · Gulbenes novads\nhttps://kopa.example/lv/" in text
    for words in ("Ņemiet cimdus.", "Labs!<br>Tiešām.", 'href="https://kopa.example/lv/"', "viens"):
        assert words in html
    assert 'lang="lv"' in html


def test_the_belt_heads_the_html_part(compose):
    word = word_of(belt("Lizuma pagasts"))
    message = read(compose(context={"belt": word}))
    (picture,) = [part for part in message.walk() if part.get_content_type() == "image/png"]
    assert picture.get_content() == belt_png(belt("Lizuma pagasts"), 1200, 108)
    html = message.get_body(("html",)).get_content()
    assert f"cid:{picture['Content-ID'].strip('<>')}" in html
    assert picture.get_content_disposition() == "inline"
    assert message.get_content_type() == "multipart/alternative"
    assert len(message.as_bytes()) < 20_000


@pytest.mark.parametrize("word", ["", "nonsense"])
def test_without_a_belt_of_its_own_it_wears_the_sites(compose, word):
    message = read(compose(context={"belt": word}))
    assert [part for part in message.walk() if part.get_content_type() == "image/png"]


@pytest.mark.parametrize(
    ("chosen", "queued", "spoken"),
    [("en", "lv", "Home"), ("lv", "en", "Sākums"), ("", "en", "Home"), ("xx", "", "Sākums")],
)
def test_it_speaks_the_readers_language(compose, chosen, queued, spoken):
    person = world.person("aija@example.test")
    person.language = chosen
    person.save()
    message = compose(person=person, language=queued, context={"action_url": "/lv/"})
    assert f"{spoken}:\n" in parts(message)[0]


def test_it_speaks_the_language_given_with_an_address(compose):
    assert "Home:\n" in parts(compose(language="en", context={"action_url": "/en/"}))[0]


def test_it_greets_by_name(compose):
    person = world.person("aija@example.test", display_name="Aija\nno Lizuma")
    assert "Aija no Lizuma!" in parts(compose(person=person))[0]


def test_headers_say_what_it_is(compose, now):
    message = read(compose())
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["To"] == "aija@example.test"
    assert message["Date"].datetime == now
    assert message["Message-ID"].strip().endswith("@kopa.example>")
    assert message["Content-Language"] == "lv"
    assert message["Subject"] == "Talka"


@pytest.mark.parametrize(
    "title",
    [
        "Rasma Redaktore named you in “Kur ciemos vēl trūkst gaismas?”, and 1 more",
        "Your post in “Rotaļu laukumi: kas jāsalabo vispirms?” is shown now",
        "Ļoti " * 30 + "gari",
    ],
)
def test_the_words_of_a_subject_stay_apart(compose, title):
    assert read(compose(context={"title": title}))["Subject"].split() == title.split()


def test_what_people_wrote_is_no_header(compose):
    message = read(compose(context={"title": "Talka\r\nBcc: visi@example.test\r\n\r\nNauda"}))
    assert message["Subject"] == "Talka Bcc: visi@example.test Nauda"
    assert message["Bcc"] is None


def test_what_people_wrote_is_no_html(compose):
    text, html = parts(
        compose(context={"title": HOSTILE, "words": HOSTILE, "comment_text": HOSTILE})
    )
    assert HOSTILE in text
    assert "<img src=&quot;" not in text
    assert html.count("<img") == 1
    assert "evil.example" in html
    assert 'href="https://evil' not in html


def test_a_button_leads_to_the_site_only(compose):
    with pytest.raises(ValueError, match="the site itself"):
        compose(context={"action_url": "https://evil.example/"})


def test_a_host_in_other_letters_travels_in_ascii(compose):
    assert compose(address="aija@ēdole.lv").to == ["aija@xn--dole-9ua.lv"]


@pytest.mark.parametrize("address", ["", "aija", "@example.test", "āija@example.test", "a@"])
def test_what_is_no_address_is_refused(address):
    with pytest.raises(ValueError, match="address|label"):
        composing.address_of(address)


def test_every_line_is_short_and_in_seven_bits(compose):
    content = compose(context={"words": "ē" * 5000}).message().as_bytes()
    assert content.isascii()
    assert max(map(len, content.split(b"\r\n"))) <= 998


def test_other_mail_backends_get_the_same(write, now):
    write(language="en")
    actions.deliver_due(now)
    (message,) = mail.outbox
    assert message.subject == "Talka"
    assert "Ņemiet cimdus." in message.body
    assert message.to == ["aija@example.test"]
    assert "<html" in message.alternatives[0].content
