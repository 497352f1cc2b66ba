"""What is closed to somebody cannot be fetched, guessed or counted by them, whatever they ask."""

from urllib.parse import quote

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from communities.models import PreviewLink
from core.models import HubDocument
from library.actions import read_document
from library.models import FileText, NamedDocument, ResourceFile, ResourcePage
from members.secret_words import digest_of
from tests import world
from tests.library import making

pytestmark = pytest.mark.django_db

SECRET = "Slepenpils"
WORD = "zvirbulis"
STRANGERS = ["nobody", "resident"]


def build(site):
    site.library = making.library(site)
    site.parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    site.paper = making.document(f"{SECRET}.txt", f"Šeit ir {WORD}.")
    site.closed = making.resource(
        site.library, f"{SECRET} piezīmes", slug="slepenpils", files=[site.paper],
        audience="leaders", topics=["Slepenpils tēma"],
    )  # fmt: skip
    read_document(document_id=site.paper.pk, now=timezone.now())
    making.resource(site.library, "Atvērtais ceļvedis", topics=["Sapulces"])


@pytest.fixture(params=STRANGERS)
def stranger(request, client, people):
    if request.param == "resident":
        client.force_login(people.resident)
    return client


@pytest.fixture
def leader(client, site):
    client.force_login(world.leader(site.parish))
    return client


def address_of(document) -> str:
    return reverse("wagtaildocs_serve", args=[document.pk, document.filename])


def status(client, address: str) -> int:
    """What the address answers; a file is closed again."""
    answer = client.get(address)
    if answer.streaming:
        b"".join(answer.streaming_content)
    return answer.status_code


def assert_nothing_of_it(answer):
    """Neither the words of the file, nor its name, nor how large it is."""
    said = b"".join(answer.streaming_content) if answer.streaming else answer.content
    for word in (SECRET, SECRET.lower(), WORD):
        assert word.encode() not in said
        assert word not in str(dict(answer.headers))
    assert "Content-Disposition" not in answer.headers


def test_a_leader_fetches_it_and_nobody_keeps_it(leader, site):
    answer = leader.get(address_of(site.paper))
    assert answer.status_code == 200 and WORD.encode() in b"".join(answer.streaming_content)
    assert answer.headers["Cache-Control"] == "private, no-store"


ADDRESSES = {
    "its own": lambda paper: address_of(paper),
    "percent-encoded": lambda paper: "/documents/" + quote(f"{paper.pk}/") + "%53lepenpils.txt",
    "encoded slash": lambda paper: f"/documents/{paper.pk}%2f{paper.filename}",
    "media": lambda paper: f"/media/{paper.file.name}",
    "media encoded": lambda paper: f"/media/%64ocuments/{paper.filename}",
    "media above": lambda paper: f"/media/images/../../private/{paper.file.name}",
    "twice slashed": lambda paper: f"//documents//{paper.pk}//{paper.filename}",
    "private": lambda paper: f"/private/{paper.file.name}",
    "in Latvian": lambda paper: f"/lv/documents/{paper.pk}/{paper.filename}",
    "another name": lambda paper: f"/documents/{paper.pk}/cits.txt",
    "no name": lambda paper: f"/documents/{paper.pk}/",
    "with a query": lambda paper: address_of(paper) + "?download=1&user=admin",
}


@pytest.mark.parametrize("how", ADDRESSES)
def test_a_stranger_gets_what_they_get_where_nothing_is(stranger, site, how):
    absent = HubDocument(pk=site.paper.pk + 1000, file="documents/nav.txt")
    answer = stranger.get(ADDRESSES[how](site.paper))
    assert answer.status_code == 404
    assert_nothing_of_it(answer)
    nothing = stranger.get(address_of(absent))
    if how == "its own":
        assert answer.content == nothing.content
        differing = {"X-Request-Id"}
        assert {k: v for k, v in answer.headers.items() if k not in differing} == {
            k: v for k, v in nothing.headers.items() if k not in differing
        }


@pytest.mark.parametrize(
    "asked",
    [
        {"HTTP_RANGE": "bytes=0-3"},
        {"HTTP_IF_NONE_MATCH": "*"},
        {"HTTP_IF_MODIFIED_SINCE": "Mon, 01 Jan 2024 00:00:00 GMT"},
        {"HTTP_X_FORWARDED_USER": "admin", "HTTP_X_ORIGINAL_URL": "/lv/"},
    ],
)
def test_headers_open_nothing(stranger, site, asked):
    digest = FileText.objects.get(document=site.paper).file_hash
    for more in ({}, {"HTTP_IF_NONE_MATCH": f'"{digest}"'}):
        answer = stranger.get(address_of(site.paper), **asked | more)
        assert answer.status_code == 404
        assert_nothing_of_it(answer)


def test_asking_for_the_head_tells_nothing(stranger, site):
    answer, nothing = stranger.head(address_of(site.paper)), stranger.head("/documents/999/x.txt")
    assert answer.status_code == nothing.status_code == 404
    assert answer.headers.get("Content-Length") == nothing.headers.get("Content-Length")
    assert stranger.post(address_of(site.paper)).status_code == 405


def test_the_old_name_is_gone_when_the_file_is_replaced(stranger, site):
    old = address_of(site.paper)
    site.paper.file.save("jauns.txt", ContentFile(WORD.encode()))
    for address in (old, address_of(site.paper)):
        answer = stranger.get(address)
        assert answer.status_code == 404
        assert_nothing_of_it(answer)


def test_its_first_page_is_as_closed_as_it_is(stranger, site):
    text = FileText.objects.get(document=site.paper)
    text.picture.save("lapa.webp", ContentFile(WORD.encode()))
    address = reverse("library:first-page", args=[site.paper.pk, text.digest])
    assert stranger.get(address).status_code == 404
    assert_nothing_of_it(stranger.get(address))


PLACES = [
    "/lv/kratuve/", "/en/library/", "/lv/kratuve/?f=audience:leaders", "/sitemap.xml",
    "/sitemap-1.xml", "/lv/rss.xml", "/lv/atom.xml", "/lv/vietnes-karte/", "/lv/", "/robots.txt",
    "/lv/kratuve/atvertais-celvedis/", "/lv/kopienas/tirza/",
]  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_no_page_list_feed_or_count_tells_of_it(stranger, site, place):
    said = stranger.get(place).content.decode().lower()
    assert SECRET.lower() not in said and WORD not in said


@pytest.mark.parametrize(
    "query", ["?q={}", "?f=topic:{}", "?f=kind:celvedis&q={}", "?f=year:1&q={}"]
)
@pytest.mark.parametrize("word", [WORD, "slepenpils", "slepenpils-tema"])
def test_whoever_guesses_learns_as_much_as_with_a_word_that_is_nowhere(stranger, site, query, word):
    answers = [
        stranger.get("/lv/kratuve/" + query.format(typed)).content.decode().replace(typed, "…")
        for typed in (word, "qvxw")
    ]
    assert answers[0] == answers[1]


@pytest.mark.parametrize(
    "address",
    [
        "/admin/documents/chooser/", "/admin/documents/", "/admin/pages/search/?q=x",
        "/admin/api/main/documents/", "/admin/api/main/pages/", "/admin/kratuve/resursi/",
        "/admin/documents/usage/1/", "/admin/choose-page/",
    ],
)  # fmt: skip
def test_the_backstage_is_shut(stranger, address):
    answer = stranger.get(address)
    assert answer.status_code in (302, 403, 404)
    assert_nothing_of_it(answer)


def test_its_page_is_for_its_readers_alone(stranger, site):
    answer = stranger.get("/lv/kratuve/slepenpils/")
    assert answer.status_code in (302, 403)
    assert WORD not in answer.content.decode()
    picture = reverse("shared-picture", args=[site.closed.pk, "0" * 12])
    assert stranger.get(picture).status_code == 404


def test_a_document_of_an_open_page_too_is_open(client, site):
    assert status(client, address_of(site.paper)) == 404
    making.resource(site.library, "Atvērts", files=[site.paper])
    assert status(client, address_of(site.paper)) == 200


def test_what_is_in_a_draft_is_not_open_yet(client, site):
    paper = making.document("uzmetums.txt")
    page = making.resource(site.library, "Uzmetums", is_published=False, files=[paper])
    assert status(client, address_of(paper)) == 404
    page.save_revision().publish()
    assert status(client, address_of(paper)) == 200
    other = making.document("vel-viens.txt")
    page.files.add(ResourceFile(document=other, locale=page.locale))
    page.save_revision()
    assert status(client, address_of(other)) == 404


def test_what_is_taken_off_a_closed_page_stays_closed(client, site):
    page = ResourcePage.objects.get(pk=site.closed.pk)
    page.files = []
    page.save_revision().publish()
    assert status(client, address_of(site.paper)) == 404
    page.delete()
    assert NamedDocument.objects.filter(document=site.paper, page=None).exists()
    assert status(client, address_of(site.paper)) == 404


def test_what_closes_takes_its_files_along(client, site):
    paper = making.document("atverts.txt")
    page = making.resource(site.library, "Atvērts", files=[paper])
    assert status(client, address_of(paper)) == 200
    page.unpublish()
    assert status(client, address_of(paper)) == 404
    page.save_revision().publish()
    ResourcePage.objects.filter(pk=page.pk).update(audience="leaders")
    assert status(client, address_of(paper)) == 404
    ResourcePage.objects.filter(pk=page.pk).update(audience="everyone", expire_at=timezone.now())
    assert status(client, address_of(paper)) == 404


def test_a_document_in_the_text_is_as_closed_as_the_text(client, site):
    paper = making.document("teksta.txt")
    blocks = [("documents", {"heading": "", "documents": [{"document": paper, "title": "Tekstā"}]})]
    making.resource(site.library, "Slēgts teksts", audience="leaders", body=blocks)
    assert status(client, address_of(paper)) == 404


def test_a_preview_link_of_a_draft_does_not_open_its_files(client, site, people):
    now = timezone.now()
    PreviewLink.objects.create(
        page=site.closed, token_digest=digest_of("skats"), made_by=people.editor, made_at=now,
        expires_at=now + timezone.timedelta(days=1),
    )  # fmt: skip
    assert status(client, address_of(site.paper)) == 404


def test_editors_fetch_what_nobody_else_may(client, site, people):
    paper = making.document("uzmetums.txt")
    making.resource(site.library, "Uzmetums", is_published=False, files=[paper])
    client.force_login(people.editor)
    assert status(client, address_of(paper)) == 200
