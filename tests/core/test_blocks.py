"""Pictures as pages show them: small files for those who can read them, and a JPEG for all."""

from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from PIL import Image

from core.models import HubImage
from tests import world


def image(kind="JPEG", size=(1600, 900)):
    output = BytesIO()
    Image.new("RGB", size, "green").save(output, kind)
    file = ContentFile(output.getvalue(), f"ezers.{kind.lower()}")
    return HubImage.objects.create(title="Ezers", file=file)


def body(**picture):
    return [("picture", {"alt_text": "", "caption": "", **picture})]


def shown(client, address, selector="picture"):
    [found] = BeautifulSoup(client.get(address).content, "html.parser").select(selector)
    return found


def article_with(site, **fields):
    return world.article(site.news, "Talka", slug="talka", **fields).get_url()


@pytest.fixture(params=["block", "article"])
def picture(request, client, site):
    """A picture on a page: one in the text, or the one at the head of an article."""
    fields = {
        "block": {"body": body(image=image(), alt_text="Ezers rītā", caption="Ludzas ezers")},
        "article": {"picture": image(), "picture_alt": "Ezers rītā"},
    }[request.param]
    return shown(client, article_with(site, **fields))


def test_each_browser_and_screen_gets_the_smallest_file_that_will_do(picture):
    assert [source["type"] for source in picture.select("source")] == ["image/avif", "image/webp"]
    assert picture.img["src"].endswith((".jpg", ".jpeg"))
    for part in (*picture.select("source"), picture.img):
        widths = [word.split()[1] for word in part["srcset"].split(", ")]
        assert widths == ["480w", "960w", "1440w"]
        assert part["sizes"].endswith("100vw")
    assert picture.img["width"] and picture.img["height"]
    assert picture.img["alt"] == "Ezers rītā"


def test_every_address_in_it_answers_with_that_kind_of_file(picture, client):
    for part in (*picture.select("source"), picture.img):
        kind = part.get("type", "image/jpeg")
        for word in part["srcset"].split(", "):
            answer = client.get(word.split()[0])
            content = b"".join(answer.streaming_content)
            assert (answer.status_code, answer.headers["Content-Type"]) == (200, kind)
            assert Image.open(BytesIO(content)).format == kind.partition("/")[2].upper()


def test_decoration_is_passed_over_by_whoever_does_not_see_it(client, site):
    found = shown(client, article_with(site, body=body(image=image(size=(40, 30)))))
    assert found.img["alt"] == ""


def test_a_drawing_falls_back_to_jpeg_too(client, site):
    found = shown(client, article_with(site, body=body(image=image("PNG", (40, 30)))))
    assert found.img["src"].endswith((".jpg", ".jpeg"))


def test_a_caption_stands_below(client, site):
    address = article_with(site, body=body(image=image(size=(40, 30)), caption="Ludzas <ezers>"))
    assert shown(client, address, "figcaption").get_text() == "Ludzas <ezers>"


def test_a_page_stays_whole_when_its_picture_is_gone(client, site):
    lost = image(size=(40, 30))
    address = article_with(site, body=body(image=lost), picture=lost)
    lost.delete()
    assert client.get(address).status_code == 200
