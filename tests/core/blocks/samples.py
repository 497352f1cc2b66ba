"""One block of every kind, filled in as an editor would."""

import re
from io import BytesIO

from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.utils.text import slugify
from django.utils.translation import override
from PIL import Image
from wagtail.blocks.base import get_error_json_data

from core.blocks import BodyBlock
from core.models import HubDocument, HubImage
from core.translation.actions import translate
from tests import world

KINDS = list(BodyBlock().child_blocks)


def image(kind="JPEG", size=(40, 30)) -> HubImage:
    """A stored picture."""
    output = BytesIO()
    Image.new("RGB", size, "green").save(output, kind)
    file = ContentFile(output.getvalue(), f"ezers.{kind.lower()}")
    return HubImage.objects.create(title="Ezers", file=file)


def document(title="Biedrības nolikums", name="nolikums.txt") -> HubDocument:
    """A stored document."""
    return HubDocument.objects.create(title=title, file=ContentFile(b"Sveiki\n", name), file_size=7)


def picture(**fields) -> dict:
    """A picture in the text."""
    words = {"alt_text": "Ezers rītā", "decorative": False, "caption": ""}
    return {"image": fields.get("image") or image(), **words, **fields}


def table(columns, rows, caption="Darba laiks") -> dict:
    """A table as it is stored; columns are pairs of kind and heading."""
    return {
        "caption": caption,
        "columns": [{"type": kind, "heading": heading} for kind, heading in columns],
        "rows": [{"values": row} for row in rows],
    }


def person(**fields) -> dict:
    """Somebody to be reached."""
    reach = {"email": "anna@example.test", "phone": "+371 6440 0000", "note": "Otrdienās"}
    return {"name": "Anna Ozola", "role": "Pārvaldes vadītāja", **reach, **fields}


def action(**fields) -> dict:
    """A call to action that leads nowhere yet."""
    words = {"text": "Nāc arī tu!", "label": "Pieteikties"}
    return {**words, "page": None, "address": "", **fields}


def video(address="https://youtu.be/abcdefghijk") -> dict:
    """A film of a clean-up day."""
    return {"title": "Talkas video", "address": address}


def every_block(page) -> list[tuple]:
    """A body with a block of every kind; its links lead to the page."""
    link = f'<a linktype="page" id="{page.pk}">ceļu</a>'
    entries = [{"question": "Kas drīkst nākt?", "answer": "<p>Visi.</p>"}]
    paper = document()
    rows = [["Otrdiena", "9.00–12.00"], ["Ceturtdiena", "Pēc norunas"]]
    return [
        ("text", f"<h2>Talka pie ezera</h2><p>Skat. {link}.</p>"),
        ("quote", {"text": "Mums te patīk.", "name": "Anna Ozola", "role": "Bibliotekāre"}),
        ("callout", {"kind": "tip", "title": "Ņemiet cimdus", "text": "<p>Un grābekli.</p>"}),
        ("accordion", {"heading": "Jautājumi", "entries": entries}),
        ("table", table([("row_heading", "Diena"), ("text", "Laiks")], rows)),
        ("picture", picture(caption="Ezers un krasts")),
        ("gallery", [picture(caption="Agri"), picture(alt_text="Ezers vakarā")]),
        ("video", video()),
        ("contacts", {"heading": "Kam zvanīt", "people": [person(), {"role": "Bibliotēka"}]}),
        ("documents", {"heading": "Faili", "documents": [{"document": paper, "title": "Statūti"}]}),
        ("call_to_action", action(page=page)),
    ]


def cleaned(kind: str, value, *, is_draft=False):
    """What the editor's form would store of the value; ValidationError where it refuses."""
    block = BodyBlock().child_blocks[kind]
    if is_draft:
        block.defer_required_validation()
    try:
        with override("en"):
            return block.clean(block.normalize(value))
    finally:
        if is_draft:
            block.restore_deferred_validation()


def told(error) -> str:
    """All that an editor who works in English is told when a value is refused."""
    with override("en"):
        return str(get_error_json_data(error.value))


class Shouted(dict):
    """Texts in which everything is translated: words are shouted, and markup stays."""

    def get(self, source, default=None):
        if source == slugify(source):
            return source
        return re.sub(r"<[^>]*>|&\w+;|\w+", self._shout, source)

    def _shout(self, match):
        return match[0] if match[0][0] in "<&" else match[0].upper()


def in_english(site, page):
    """The page's English translation, live: every word of it is shouted."""
    translate(page=page, locale=site.english, texts=Shouted())
    return world.in_english(page)


def shown(client, site, *body) -> BeautifulSoup:
    """A page with these blocks, as its reader gets it."""
    return read(client, world.article(site.news, "Talka", slug="talka", body=list(body)))


def read(client, page) -> BeautifulSoup:
    """What the page says between its header and its footer."""
    response = client.get(page.url_path)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").select_one("main")
