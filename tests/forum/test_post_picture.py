"""Pictures beside posts: kept with a form, made safe, shown through the door of their post."""

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from PIL import Image

from forum import actions
from forum.actions.pictures import WAITING_AN_HOUR, prune_pictures
from forum.models import ForumSectionPage, Post, PostPicture
from forum.picture_sizes import name_of_size
from tests.forum import making

pytestmark = pytest.mark.django_db
TEXT = "Šādi tas tagad izskatās, un tā tas ir jau gadu."


def build(site):
    site.section = making.section(making.forum(site), rule=ForumSectionPage.Rules.AT_ONCE)
    site.person = making.person("Jānis Kalniņš")
    site.topic = making.topic(site.section, "Soliņi")


def at(name, *arguments) -> str:
    with override("lv"):
        return reverse(f"forum:{name}", args=arguments)


def signed_in(person) -> Client:
    browser = Client()
    browser.force_login(person)
    return browser


def photo(size=(2000, 1000)) -> SimpleUploadedFile:
    file, exif = BytesIO(), Image.Exif()
    exif[0x010E] = "Annas pagalms"
    Image.new("RGB", size, (31, 77, 58)).save(file, "JPEG", exif=exif)
    return SimpleUploadedFile("solins.jpg", file.getvalue(), "image/jpeg")


def answer(browser, site, **fields):
    form = {"text": TEXT, "submission": str(uuid4()), **fields}
    return browser.post(at("post-create", site.topic.pk), form)


def fetched(browser, address):
    """The answer, read to its end so that its file is closed; what was read as `body`."""
    response = browser.get(address)
    response.body = b"".join(response) if response.streaming else response.content
    return response


def sent_picture(site) -> PostPicture:
    answer(signed_in(site.person), site, picture_1=photo(), picture_1_alt="Tukša krastmala")
    return PostPicture.objects.get(post__text=TEXT)


def test_a_picture_comes_with_its_post_in_two_sizes_of_pixels_alone(site):
    picture = sent_picture(site)
    assert picture.alt == "Tukša krastmala"
    for size, width in (("small", 480), ("large", 1400)):
        response = fetched(Client(), at("post-picture", picture.key, size))
        assert response["Content-Type"] == "image/webp" and "immutable" in response["Cache-Control"]
        with Image.open(BytesIO(response.body)) as image:
            assert image.size == (width, width // 2) and not image.getexif()
        assert b"Annas" not in response.body
        # The second time it is there already.
        assert fetched(Client(), at("post-picture", picture.key, size)).body == response.body


def test_other_sizes_ways_and_keys_are_not_there(site):
    picture = sent_picture(site)
    assert Client().get(at("post-picture", picture.key, "huge")).status_code == 404
    assert Client().get(at("post-picture", uuid4(), "small")).status_code == 404
    assert Client().post(at("post-picture", picture.key, "small")).status_code == 405


@pytest.mark.parametrize("state", [Post.State.HELD, Post.State.HIDDEN, Post.State.SET_ASIDE])
def test_what_is_not_shown_is_seen_by_its_author_and_moderators_alone(site, people, state):
    picture = sent_picture(site)
    Post.objects.filter(pk=picture.post_id).update(state=state)
    address = at("post-picture", picture.key, "small")
    assert Client().get(address).status_code == 404
    assert signed_in(people.resident).get(address).status_code == 404
    for person in (site.person, people.editor):
        response = fetched(signed_in(person), address)
        assert response.status_code == 200 and response["Cache-Control"] == "private, no-store"


def test_a_closed_circle_sees_its_pictures_alone(site):
    picture = sent_picture(site)
    site.section.audience = "signed_in"
    site.section.save_revision().publish()
    address = at("post-picture", picture.key, "small")
    assert "/ieiet/" in Client().get(address).url
    assert fetched(signed_in(site.person), address)["Cache-Control"] == "private, no-store"


def test_a_form_that_comes_back_keeps_its_picture_and_shows_it_to_nobody(site):
    browser = signed_in(site.person)
    page = answer(browser, site, text="", picture_1=photo())
    picture = PostPicture.objects.get()
    assert str(picture.key) in page.content.decode()
    assert browser.get(at("post-picture", picture.key, "small")).status_code == 404
    answer(browser, site, kept_pictures=str(picture.key))
    picture.refresh_from_db()
    assert picture.post.text == TEXT


def test_a_kept_picture_can_be_left_out(site):
    browser = signed_in(site.person)
    answer(browser, site, text="", picture_1=photo())
    key = str(PostPicture.objects.get().key)
    answer(browser, site, kept_pictures=key, drop_picture=key)
    assert not PostPicture.objects.exclude(post=None).exists()


def test_nobody_takes_the_picture_of_another_post(site):
    picture = sent_picture(site)
    other = signed_in(making.person("Cits"))
    answer(other, site, text="Mans attēls tagad tas.", kept_pictures=str(picture.key))
    picture.refresh_from_db()
    assert picture.post.text == TEXT


def test_a_new_person_adds_one_picture_and_others_four(site):
    browser = signed_in(site.person)
    assert "picture_2" not in browser.get(at("post-create", site.topic.pk)).content.decode()
    answer(browser, site, picture_1=photo(), picture_2=photo())
    assert PostPicture.objects.count() == 1
    page = browser.get(at("post-create", site.topic.pk)).content.decode()
    assert "picture_4" in page and "picture_5" not in page


@pytest.mark.parametrize("content", [b"<svg onload=alert(1)>", b"MZ\x90", b"", b"GIF89a"])
def test_what_is_no_picture_is_refused_beside_the_text(site, content):
    file = SimpleUploadedFile("a.jpg", content, "image/jpeg")
    response = answer(signed_in(site.person), site, picture_1=file)
    assert response.status_code == 200 and TEXT in response.content.decode()
    assert not PostPicture.objects.exists()


def test_pictures_whose_post_never_came_go(site, django_capture_on_commit_callbacks):
    now = timezone.now()
    old = making.picture(now=now - timedelta(days=3))
    young = making.picture(now=now - timedelta(hours=5))
    with_post = sent_picture(site)
    name, storage = old.file.name, old.file.storage
    with django_capture_on_commit_callbacks(execute=True):
        prune_pictures(now)
    assert set(PostPicture.objects.all()) == {young, with_post}
    assert storage.exists(young.file.name) and not storage.exists(name)


def test_nobody_fills_the_disk_with_pictures_of_no_post(site):
    now = timezone.now()
    PostPicture.objects.bulk_create(
        PostPicture(file=f"forum/{number}.jpg", width=1, height=1, added_at=now)
        for number in range(WAITING_AN_HOUR)
    )
    response = answer(signed_in(site.person), site, picture_1=photo())
    assert response.status_code == 200 and TEXT in response.content.decode()
    assert PostPicture.objects.count() == WAITING_AN_HOUR


def test_a_deleted_post_leaves_no_file(site, django_capture_on_commit_callbacks):
    picture = sent_picture(site)
    fetched(Client(), at("post-picture", picture.key, "small"))
    storage, name = picture.file.storage, picture.file.name
    names = [name, name_of_size(name, "small")]
    assert all(map(storage.exists, names))
    with django_capture_on_commit_callbacks(execute=True):
        actions.delete_post(post=Post.objects.get(pk=picture.post_id), now=timezone.now())
    assert not any(map(storage.exists, names))
