import pytest
from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection

from core import letters


@pytest.fixture
def mailbox(settings, tmp_path):
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    return get_connection("core.letters.FileBackend")


def send(mailbox, subject, body="Sveiki!"):
    EmailMessage(subject, body, "kopa@kopa.test", ["a@kopa.test"], connection=mailbox).send()


def test_each_letter_is_a_file_that_can_be_read_again(mailbox, settings):
    send(mailbox, "Talka sestdien", "Ņemiet līdzi cimdus.")
    letter = letters.recent(settings.EMAIL_FILE_PATH)[0]
    assert letter["subject"] == "Talka sestdien"
    assert letter["text"].strip() == "Ņemiet līdzi cimdus."
    assert letter["to"] == "a@kopa.test"


def test_the_newest_letter_stands_first(mailbox, settings):
    for subject in ("viens", "divi", "trīs"):
        send(mailbox, subject)
    found = letters.recent(settings.EMAIL_FILE_PATH, limit=2)
    assert [letter["subject"] for letter in found] == ["trīs", "divi"]


def test_the_demo_shows_its_letters(client, site, mailbox, settings):
    settings.IS_DEMO = True
    send(mailbox, "<b>Talka</b>")
    html = client.get("/vestules/").content.decode()
    assert "&lt;b&gt;Talka&lt;/b&gt;" in html


def test_no_other_site_has_such_a_page(client, site, mailbox, settings):
    settings.IS_DEMO = False
    send(mailbox, "Talka")
    assert client.get("/vestules/").status_code == 404


KNOWN = {"Message-ID": "<20261123-100000-0123456789abcdef@kopa.test>"}


def test_a_letter_of_the_outbox_has_one_file_however_often_it_is_written(mailbox, settings):
    for body in ("pirmais", "otrais"):
        EmailMessage("Talka", body, "kopa@kopa.test", ["a@kopa.test"], headers=KNOWN).send()
        mailbox.send_messages(
            [EmailMessage("Talka", body, "kopa@kopa.test", ["a@kopa.test"], headers=KNOWN)]
        )
    assert [path.name for path in settings.EMAIL_FILE_PATH.iterdir()] == [
        "20261123-100000-0123456789abcdef.eml"
    ]
    assert letters.recent(settings.EMAIL_FILE_PATH)[0]["text"].strip() == "pirmais"


def test_no_file_is_named_by_whoever_wrote_the_letter(mailbox, settings):
    headers = {"Message-ID": "<../../20261123-100000-0123456789abcdef@kopa.test>"}
    message = EmailMessage("T", "t", "kopa@kopa.test", ["a@kopa.test"], headers=headers)
    mailbox.send_messages([message])
    (path,) = settings.EMAIL_FILE_PATH.iterdir()
    assert "/" not in path.name
    assert path.suffix == ".eml"


@pytest.fixture
def designed(mailbox, settings):
    """The address of a letter that also comes as HTML."""
    settings.IS_DEMO = True
    message = EmailMultiAlternatives(
        "Talka", "Lasiet http://localhost/lv/", "kopa@kopa.test", ["a@kopa.test"]
    )
    message.attach_alternative("<p>Lasiet</p>", "text/html")
    mailbox.send_messages([message])
    return f"/vestules/{letters.recent(settings.EMAIL_FILE_PATH)[0]['name']}/"


def test_the_demo_shows_links_and_leads_to_the_designed_version(client, site, designed):
    html = client.get("/vestules/").text
    assert '<a href="http://localhost/lv/"' in html
    assert f'href="{designed}"' in html
    answer = client.get(designed)
    assert answer.text.strip() == "<p>Lasiet</p>"
    assert "script-src" not in answer["Content-Security-Policy"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]


def test_no_other_site_shows_a_letter_and_no_name_leads_elsewhere(client, site, designed, settings):
    outside = settings.EMAIL_FILE_PATH.parent / "abc.eml"
    outside.write_text("Content-Type: text/html\n\n<p>Cits</p>")
    assert letters.designed(settings.EMAIL_FILE_PATH, "../abc") is None
    assert client.get("/vestules/nav-tadas/").status_code == 404
    settings.IS_DEMO = False
    assert client.get(designed).status_code == 404
