import zipfile
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from bs4 import BeautifulSoup
from PIL import Image
from wagtail.models import Collection, UploadedFile
from wagtail.users.models import UserProfile

from core.models import HubDocument, HubImage, HubRendition
from tests.core.pictures import BLUE, MAKER, RED, photo

MEGABYTE = 1024 * 1024
MARKS = [MAKER.encode(), b"Exif\x00", b"eXIf", b"GPS", b"http://ns.adobe.com"]
AJAX = {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"}


@pytest.fixture(params=["lv", "en"])
def language(request, people):
    """The language that the editor has chosen for the backstage."""
    profile = UserProfile.get_for_user(people.editor)
    profile.preferred_language = request.param
    profile.save()
    return request.param


@pytest.fixture
def backstage(client, site, people):
    """The browser of an editor who has signed in."""
    client.force_login(people.editor)
    return client


def stored(settings):
    """Every file that lies under either of the two roots."""
    roots = (settings.PRIVATE_ROOT, settings.MEDIA_ROOT)
    return [path for root in roots for path in root.rglob("*") if path.is_file()]


def offered(name, data):
    return SimpleUploadedFile(name, data)


def words_of(html):
    """What the person is told is wrong, out of a page or a part of one."""
    found = BeautifulSoup(html, "html.parser").select(".error-message, .errorlist")
    return " ".join(word.get_text(" ", strip=True) for word in found)


def collection():
    return Collection.get_first_root_node().pk


def by_form(browser, file, kind="images"):
    """Upload on the page with the form; returns what the person is told is wrong."""
    form = {"title": "Ezers", "file": file, "collection": collection()}
    response = browser.post(f"/admin/{kind}/add/", form)
    return "" if response.status_code == 302 else words_of(response.content)


def by_dropping(browser, file, kind="images"):
    """Upload by dropping files on the page; returns what the person is told is wrong."""
    form = {"title": "Ezers", "files[]": file, "collection": collection()}
    response = browser.post(f"/admin/{kind}/multiple/add/", form, **AJAX)
    return response.json().get("error_message", "")


def by_chooser(browser, file, kind="images"):
    """Upload while choosing for a page; returns what the person is told is wrong."""
    prefix = {"images": "image-chooser-upload-", "documents": "document-chooser-upload-"}[kind]
    form = {"title": "Ezers", "file": file, "collection": collection()}
    form = {prefix + name: value for name, value in form.items()}
    answer = browser.post(f"/admin/{kind}/chooser/create/", form).json()
    return "" if answer["step"] == "chosen" else words_of(answer["html"])


DOORS = pytest.mark.parametrize("upload", [by_form, by_dropping, by_chooser])


def upright(file):
    """Whether the picture stands as it was meant: red above, blue below."""
    with Image.open(file) as image:
        pixels = image.convert("RGB")
        top, bottom = pixels.getpixel((5, 5)), pixels.getpixel((5, pixels.height - 5))
        is_tall = pixels.height > pixels.width
    near = [
        all(abs(seen - meant) < 60 for seen, meant in zip(*pair, strict=True))
        for pair in ((top, RED), (bottom, BLUE))
    ]
    return is_tall and all(near)


@DOORS
@pytest.mark.parametrize("kind", ["jpg", "png", "webp", "avif", "heic"])
def test_a_photo_comes_in_without_its_place_and_the_right_way_up(
    backstage, settings, upload, kind
):
    data = photo({"jpg": "JPEG", "heic": "HEIF"}.get(kind, kind.upper()))
    assert any(mark in data for mark in MARKS)
    assert upload(backstage, offered(f"IMG_0001.{kind}", data)) == ""
    image = HubImage.objects.get()
    for spec in ("format-jpeg|width-40", "format-webp|width-40", "format-avif|original"):
        image.get_rendition(spec)
    assert len(stored(settings)) >= 4
    for path in stored(settings):
        assert not any(mark in path.read_bytes() for mark in MARKS)
        assert upright(path)
    assert (image.width, image.height, image.file_size) == (40, 80, image.file.size)


def test_a_replaced_photo_is_made_safe_as_the_first_one(backstage, settings):
    assert by_form(backstage, offered("a.jpg", photo())) == ""
    image = HubImage.objects.get()
    image.get_rendition("width-20")
    form = {"title": "Cits", "file": offered("b.jpg", photo("PNG")), "collection": 1, "tags": ""}
    backstage.post(f"/admin/images/{image.pk}/", form | {"collection": image.collection_id})
    [path] = stored(settings)
    assert path.suffix == ".jpg" or upright(path)


TOO_LARGE_PICTURE = b"\xff\xd8\xff" + bytes(100 * MEGABYTE)


def sixty_megapixels():
    output = BytesIO()
    Image.new("1", (10_000, 6_000)).save(output, "PNG")
    return output.getvalue()


BAD_PICTURES = {
    "60 megapixels": ("a.png", sixty_megapixels),
    "SVG": ("a.svg", lambda: b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"),
    "SVG renamed": ("a.png", lambda: b"<svg xmlns='http://www.w3.org/2000/svg' width='9'/>"),
    "EXE renamed": ("a.jpg", lambda: b"MZ\x90\x00" + bytes(range(256)) * 40),
    "truncated": ("a.jpg", lambda: photo(size=(800, 400))[:3000]),
    "empty": ("a.jpg", lambda: b""),
    "wrong extension": ("a.gif", photo),
    "too large": ("a.jpg", lambda: b"\xff\xd8\xff" + bytes(11 * MEGABYTE)),
}
