"""Pictures as pages show them: small files for those who can read them, and a JPEG for all."""

from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from PIL import Image

from core.blocks import BodyBlock
from tests import world
from tests.core.blocks import samples
from tests.core.blocks.samples import cleaned, image, told

LARGE = (1600, 900)


def body(**picture):
    return [("picture", {"alt_text": "", "caption": "", **picture})]


def shown(client, address, selector="main picture:not(.belt)"):
    [found] = BeautifulSoup(client.get(address).content, "html.parser").select(selector)
    return found


def article_with(site, **fields):
    return world.article(site.news, "Talka", slug="talka", **fields).get_url()


@pytest.fixture(params=["block", "article"])
def picture(request, client, site):
    """A picture on a page: one in the text, or the one at the head of an article."""
    fields = {
        "block": {
            "body": body(image=image(size=LARGE), alt_text="Ezers rītā", caption="Ludzas ezers")
        },
        "article": {"picture": image(size=LARGE), "picture_alt": "Ezers rītā"},
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


@pytest.mark.parametrize("alt_text", ["", "Ezers"])
def test_decoration_is_passed_over_by_whoever_does_not_see_it(client, site, alt_text):
    picture = body(image=image(), decorative=True, alt_text=alt_text)
    found = shown(client, article_with(site, body=picture))
    assert found.img["alt"] == ""


@pytest.mark.parametrize(
    ("alt_text", "decorative", "hint"),
    [("", False, "Say what the picture shows"), ("Ezers", True, "has no alternative text")],
)
@pytest.mark.parametrize("kind", ["picture", "gallery"])
def test_it_refuses_a_picture_that_is_not_one_of_both(db, kind, alt_text, decorative, hint):
    picture = samples.picture(alt_text=alt_text, decorative=decorative)
    with pytest.raises(ValidationError) as error:
        cleaned(kind, [picture, picture] if kind == "gallery" else picture)
    assert hint in told(error)


@pytest.mark.parametrize(("alt_text", "decorative"), [("Ezers", False), ("", True)])
def test_it_takes_a_picture_that_is_one_of_both(db, alt_text, decorative):
    assert cleaned("picture", samples.picture(alt_text=alt_text, decorative=decorative))


def test_a_draft_may_leave_it_for_later(db):
    assert cleaned("picture", samples.picture(alt_text=""), is_draft=True)


@pytest.mark.parametrize("count", [1, 13])
def test_a_gallery_has_from_two_to_twelve_pictures(db, count):
    with pytest.raises(ValidationError):
        cleaned("gallery", [samples.picture()] * count)


def test_a_new_gallery_has_room_for_two_pictures():
    assert len(BodyBlock().child_blocks["gallery"].get_default()) == 2


def test_a_gallery_shows_each_picture_with_its_words(client, site):
    pictures = [samples.picture(caption="Agri"), samples.picture(alt_text="Vakarā")]
    found = shown(client, article_with(site, body=[("gallery", pictures)]), ".gallery")
    assert [img["alt"] for img in found.select("li img")] == ["Ezers rītā", "Vakarā"]
    assert [words.get_text() for words in found.select("figcaption")] == ["Agri"]


def test_somebody_who_stands_upright_is_not_cut(client, site):
    pictures = [samples.picture(image=image(size=(30, 40))), samples.picture()]
    found = shown(client, article_with(site, body=[("gallery", pictures)]), ".gallery")
    assert len(found.select(".gallery__tall")) == 1


def test_a_drawing_falls_back_to_jpeg_too(client, site):
    found = shown(client, article_with(site, body=body(image=image("PNG"))))
    assert found.img["src"].endswith((".jpg", ".jpeg"))


def test_a_caption_stands_below(client, site):
    address = article_with(site, body=body(image=image(), caption="Ludzas <ezers>"))
    assert shown(client, address, "figcaption").get_text() == "Ludzas <ezers>"


def test_a_page_stays_whole_when_its_picture_is_gone(client, site):
    lost = image()
    shown_twice = [*body(image=lost, caption="Ezers"), ("gallery", [samples.picture(image=lost)])]
    address = article_with(site, body=shown_twice, picture=lost)
    lost.delete()
    html = client.get(address).content.decode()
    assert "<figure" not in html
