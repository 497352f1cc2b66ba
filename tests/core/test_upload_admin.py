import gc
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.models import Collection, UploadedFile
from wagtail.users.models import UserProfile

from core.models import HubDocument, HubImage
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
    return "" if answer["step"] == "chosen" else words_of(answer["htmlFragment"])


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
def test_a_photo_comes_in_without_its_place_and_the_right_way_up(backstage, settings, upload, kind):
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


def test_a_replaced_photo_is_made_safe_and_the_old_one_goes(backstage, settings):
    assert by_form(backstage, offered("a.jpg", photo())) == ""
    image = HubImage.objects.get()
    before = stored(settings)
    image.get_rendition("width-20")
    form = {"title": "Cits", "file": offered("b.jpg", photo()), "collection": collection()}
    backstage.post(f"/admin/images/{image.pk}/", form)
    [path] = [path for path in stored(settings) if path.parent.name == "original_images"]
    assert path not in before
    assert not any(mark in path.read_bytes() for mark in MARKS)


@pytest.mark.parametrize("kind", ["images", "documents"])
def test_a_dropped_file_gets_its_words_afterwards(backstage, kind):
    name, data = {"images": ("a.jpg", photo()), "documents": ("a.txt", b"A")}[kind]
    assert by_dropping(backstage, offered(name, data), kind) == ""
    thing = {"images": HubImage, "documents": HubDocument}[kind].objects.get()
    prefix = {"images": "image", "documents": "doc"}[kind]
    form = {f"{prefix}-{thing.pk}-title": "Upe", f"{prefix}-{thing.pk}-collection": collection()}
    answer = backstage.post(f"/admin/{kind}/multiple/{thing.pk}/", form, **AJAX)
    assert answer.json()["success"]
    thing.refresh_from_db()
    assert thing.title == "Upe"


@pytest.mark.parametrize("kind", ["images", "documents"])
def test_the_file_stays_when_its_words_change(backstage, kind):
    name, data = {"images": ("a.jpg", photo()), "documents": ("a.txt", b"A")}[kind]
    by_form(backstage, offered(name, data), kind)
    thing = {"images": HubImage, "documents": HubDocument}[kind].objects.get()
    edit = {
        "images": f"/admin/images/{thing.pk}/",
        "documents": f"/admin/documents/edit/{thing.pk}/",
    }
    backstage.post(edit[kind], {"title": "Upe", "collection": collection()})
    after = type(thing).objects.get()
    assert (after.title, after.file.name) == ("Upe", thing.file.name)


# Wagtail leaves the file that it set aside for Python to close.
@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
def test_a_photo_that_is_set_aside_until_its_title_is_right_is_made_safe(backstage, settings):
    form = {"title": "x" * 300, "files[]": offered("a.jpg", photo()), "collection": collection()}
    backstage.post("/admin/images/multiple/add/", form, **AJAX)
    number = UploadedFile.objects.get().pk
    [aside] = stored(settings)
    assert not any(mark in aside.read_bytes() for mark in MARKS)
    form = {f"uploaded-image-{number}-{name}": form[name] for name in ("title", "collection")}
    form[f"uploaded-image-{number}-title"] = "Ezers"
    backstage.post(f"/admin/images/multiple/create_from_uploaded_image/{number}/", form, **AJAX)
    with HubImage.objects.get().file as file:
        assert not any(mark in file.read() for mark in MARKS)
    gc.collect()


def sixty_megapixels():
    output = BytesIO()
    Image.new("1", (10_000, 6_000)).save(output, "PNG")
    return output.getvalue()


def large(megabytes):
    return b"\xff\xd8\xff" + bytes(megabytes * MEGABYTE)


SVG = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
EXE = b"MZ\x90\x00" + bytes(range(256)) * 40
BAD_PICTURES = {
    "60 megapixels": ("a.png", sixty_megapixels, "pikseļu", "pixels"),
    "SVG": ("a.svg", lambda: SVG, "SVG", "SVG"),
    "SVG renamed": ("a.png", lambda: SVG, "SVG", "SVG"),
    "EXE renamed": ("a.jpg", lambda: EXE, "nav attēls", "not a picture"),
    "truncated": ("a.jpg", lambda: photo(size=(800, 400))[:3000], "bojāts", "damaged"),
    "empty": ("a.jpg", lambda: b"", "tukša", "empty"),
    "too large": ("a.jpg", lambda: large(11), "10 MB", "10 MB"),
}
PLEASE = {"lv": "Lūdzu", "en": "Please"}


def is_refused_kindly(told, language, latvian, english):
    """Whether the person is told in their language what is wrong and what to do."""
    own, other = (PLEASE["lv"], PLEASE["en"]) if language == "lv" else (PLEASE["en"], PLEASE["lv"])
    return own in told and other not in told and {"lv": latvian, "en": english}[language] in told


@DOORS
@pytest.mark.parametrize("what", BAD_PICTURES)
def test_a_picture_that_cannot_be_taken_is_refused_kindly(
    backstage, language, settings, upload, what
):
    name, data, *words = BAD_PICTURES[what]
    told = upload(backstage, offered(name, data()))
    assert is_refused_kindly(told, language, *words)
    assert stored(settings) == []
    assert not HubImage.objects.exists() and not UploadedFile.objects.exists()


def test_a_hundred_megabytes_are_refused_kindly(backstage, settings):
    told = by_dropping(backstage, offered("a.jpg", large(100)))
    assert is_refused_kindly(told, "lv", "10 MB", "")
    assert stored(settings) == []


def set_file(image):
    image.file = ContentFile(photo(), name="a.jpg")
    image.save()


def save_file(image):
    image.file.save("a.jpg", ContentFile(photo()))


@pytest.mark.parametrize("give", [set_file, save_file])
def test_code_stores_nothing_but_pixels_either(db, settings, give):
    give(HubImage(title="Ezers", width=1, height=1))
    [path] = stored(settings)
    assert not any(mark in path.read_bytes() for mark in MARKS)
    assert upright(path)
    assert HubImage.objects.get().width == 40


@pytest.mark.parametrize("name", ["a.svg", "a.jpg"])
def test_code_cannot_store_what_is_no_picture(db, settings, name):
    with pytest.raises(ValidationError):
        HubImage.objects.create(title="Ezers", file=ContentFile(SVG, name=name))
    assert stored(settings) == []


def test_a_renamed_photo_is_taken_for_what_it_is(backstage):
    assert by_form(backstage, offered("a.gif", photo())) == ""
    assert HubImage.objects.get().file.name.endswith(".jpg")


BAD_DOCUMENTS = {
    "EXE": ("a.exe", lambda: EXE, "Šāda veida", "this kind"),
    "EXE renamed": ("a.pdf", lambda: EXE, "nav īsta PDF", "not a real PDF"),
    "page renamed": ("a.txt", lambda: b"<script>alert(1)</script>", "TXT", "TXT"),
    "empty": ("a.pdf", lambda: b"", "tukš", "empty"),
    "too large": ("a.pdf", lambda: b"%PDF-" + bytes(21 * MEGABYTE), "20", "20"),
}


@DOORS
@pytest.mark.parametrize("what", BAD_DOCUMENTS)
def test_a_document_that_cannot_be_taken_is_refused_kindly(
    backstage, language, settings, upload, what
):
    name, data, *words = BAD_DOCUMENTS[what]
    told = upload(backstage, offered(name, data()), "documents")
    assert is_refused_kindly(told, language, *words)
    assert stored(settings) == []
    assert not HubDocument.objects.exists() and not UploadedFile.objects.exists()


@DOORS
def test_a_document_comes_in_as_it_is(backstage, upload):
    assert upload(backstage, offered("a.txt", "Kārtība".encode()), "documents") == ""
    with HubDocument.objects.get().file as file:
        assert file.read() == "Kārtība".encode()


def give_file(document):
    document.file = ContentFile(EXE, name="a.pdf")
    document.save()


def save_exe(document):
    document.file.save("a.exe", ContentFile(b"%PDF-1.7 %%EOF", name="a.pdf"))


@pytest.mark.parametrize("give", [give_file, save_exe])
def test_code_cannot_store_what_is_no_document_either(db, settings, give):
    with pytest.raises(ValidationError):
        give(HubDocument(title="Kārtība"))
    assert stored(settings) == []


def test_nobody_gives_a_picture_of_themselves(backstage, settings):
    assert "avatar-avatar" not in backstage.get("/admin/account/").content.decode()
    backstage.post("/admin/account/", {"avatar-avatar": offered("me.jpg", photo())})
    assert stored(settings) == []
    assert backstage.get("/admin/").status_code == 200
