import hashlib
import os
from urllib.parse import quote

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.http import http_date
from wagtail.models import Collection, CollectionViewRestriction

from core.models import HubDocument
from core.roles import EDITORS
from tests.core.built_in_server import raw_answers

SECRET = b"%PDF-1.7 Slepenais saraksts %%EOF"
FILE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"


def body(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def twice(address):
    return quote(quote(address, safe=""), safe="")


def hidden(text):
    """The text with every character written as a percent sign and its number."""
    return "".join(f"%{byte:02x}" for byte in text.encode())


@pytest.fixture
def document(site):
    """A document that anybody may fetch."""
    return HubDocument.objects.create(title="Saraksts", file=ContentFile(SECRET, "saraksts.pdf"))


@pytest.fixture(params=["closed", "nested"])
def closed(request, document):
    """A document for moderators alone, in a closed collection or in one inside it."""
    root = Collection.get_first_root_node()
    collection = outer = root.add_child(name="Valde")
    if request.param == "nested":
        collection = outer.add_child(name="Protokoli")
    restriction = CollectionViewRestriction.objects.create(
        collection=outer, restriction_type=CollectionViewRestriction.GROUPS
    )
    restriction.groups.add(Group.objects.get(name=EDITORS))
    document.collection = collection
    document.save()
    return document


@pytest.fixture(params=["nobody", "resident"])
def outsider(request, client, people):
    """The browser of a person whom closed documents are not for."""
    if request.param == "resident":
        client.force_login(people.resident)
    return client


def addresses_of(document, settings):
    """Where somebody might look for the document's bytes."""
    name = document.file.name
    climb = os.path.relpath(document.file.path, settings.MEDIA_ROOT)
    return [
        document.url,
        f"/media/{name}",
        f"/media/{hidden(name)}",
        f"/media/images/../{name}",
        f"/media/{climb}",
        f"/media/images/../{climb}",
        f"/media/{quote(climb, safe='')}",
        f"/media/{hidden(climb)}",
        f"/media/{twice(climb)}",
        f"/media/{climb.replace('/', '%5c')}",
        f"/media/{document.file.path}",
        f"/media//{document.file.path}",
        f"/media/{name}%00.webp",
        f"/static/{climb}",
        f"/static/{quote(climb, safe='')}",
        f"/lv/media/{name}",
        f"/{name}",
        f"{document.url}/",
        f"{document.url}%00",
        hidden(document.url[1:]).join(["/", ""]),
    ]


def test_a_closed_document_is_nowhere_to_be_had(closed, outsider, settings):
    outsider.raise_request_exception = False
    for address in addresses_of(closed, settings):
        answer = outsider.get(address, follow=True)
        assert SECRET not in body(answer), address
        assert answer.status_code < 500, address


def conditional_headers(document):
    digest = hashlib.sha1(SECRET, usedforsecurity=False).hexdigest()
    return [
        {"HTTP_RANGE": "bytes=0-10"},
        {"HTTP_IF_NONE_MATCH": f'"{digest}"'},
        {"HTTP_IF_NONE_MATCH": "*"},
        {"HTTP_IF_MODIFIED_SINCE": http_date(document.created_at.timestamp() + 60)},
    ]


@pytest.mark.parametrize("method", ["get", "head"])
def test_a_closed_document_is_not_told_by_the_answer_to_a_clever_question(closed, outsider, method):
    ask = getattr(outsider, method)
    plain = ask(closed.url)
    assert plain.status_code in (302, 403)
    for headers in conditional_headers(closed):
        answer = ask(closed.url, **headers)
        assert (answer.status_code, answer.content) == (plain.status_code, plain.content)
        assert "ETag" not in answer.headers and "Last-Modified" not in answer.headers


def test_whoever_a_closed_document_is_for_gets_it(closed, client, people):
    client.force_login(people.editor)
    answer = client.get(closed.url)
    assert body(answer) == SECRET
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_stranger_is_sent_to_sign_in_and_back(closed, client):
    answer = client.get(closed.url)
    assert answer.url == f"{reverse('account_login')}?next={quote(closed.url, safe='')}"


def test_a_collection_can_be_for_all_who_have_signed_in(closed, client, people):
    CollectionViewRestriction.objects.update(restriction_type=CollectionViewRestriction.LOGIN)
    assert client.get(closed.url).status_code == 302
    client.force_login(people.resident)
    assert body(client.get(closed.url)) == SECRET


def test_a_document_answers_to_its_own_name_alone(document, client):
    for name in ("cits.pdf", "saraksts.PDF", "saraksts.pdf.exe", "saraksts", "..%2fsaraksts.pdf"):
        assert client.get(f"/documents/{document.pk}/{name}").status_code == 404
    assert client.get(f"/documents/{document.pk + 1}/saraksts.pdf").status_code == 404


def test_a_replaced_document_is_gone_under_its_old_name(document, client, people, settings):
    old = document.url
    client.force_login(people.editor)
    file = SimpleUploadedFile("jauns.txt", b"Jaunais saraksts")
    form = {"title": "Saraksts", "file": file, "collection": document.collection_id}
    client.post(f"/admin/documents/edit/{document.pk}/", form)
    assert client.get(old).status_code == 404
    assert body(client.get(HubDocument.objects.get().url)) == b"Jaunais saraksts"
    [path] = [path for path in settings.PRIVATE_ROOT.rglob("*") if path.is_file()]
    assert path.name == "jauns.txt"


@pytest.mark.parametrize(
    ("name", "disposition"), [("kartiba.pdf", "inline"), ("kartiba.csv", "attachment")]
)
def test_a_document_is_served_so_that_it_can_do_no_harm(client, site, name, disposition):
    content = SECRET if name.endswith("pdf") else b"a;b"
    document = HubDocument.objects.create(title="A", file=ContentFile(content, name))
    answer = client.get(document.url)
    assert body(answer) == content
    assert answer.headers["Content-Disposition"] == f'{disposition}; filename="{name}"'
    assert answer.headers["Content-Security-Policy"] == FILE_POLICY
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_document_whose_file_is_lost_is_absent(document, client):
    os.remove(document.file.path)
    assert client.get(document.url).status_code == 404


def test_nothing_is_changed_by_asking_otherwise(document, client):
    for address in (document.url, "/media/images/a.webp"):
        assert client.post(address).status_code == 405
        assert client.delete(address).status_code == 405


@pytest.fixture
def rendition(settings, site):
    """A file among the public renditions, and others beside them."""
    for name in ("images/a.webp", "secret.txt", "imagesque/a.txt", "documents/a.txt"):
        path = settings.MEDIA_ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(SECRET)
    return "/media/images/a.webp"


def test_a_rendition_may_be_kept_for_ever_by_whoever_has_it(rendition, client):
    answer = client.get(rendition)
    assert body(answer) == SECRET
    assert answer.headers["Content-Type"] == "image/webp"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == FILE_POLICY


@pytest.mark.parametrize(
    "path",
    [
        "secret.txt",
        "imagesque/a.txt",
        "documents/a.txt",
        "images",
        "images/",
        "images/../secret.txt",
        "images/..%2fsecret.txt",
        "images/%2e%2e/secret.txt",
        "images/%252e%252e/secret.txt",
        "images/..\\secret.txt",
        "images/a.webp%00",
        "/etc/passwd",
        "../../../../../../etc/passwd",
        "",
    ],
)
def test_nothing_but_renditions_is_public(rendition, client, path):
    answer = client.get(f"/media/{path}", follow=True)
    assert answer.status_code == 404
    assert SECRET not in body(answer)


@pytest.mark.django_db(transaction=True)
def test_the_built_in_server_gives_no_closed_byte_away(closed, settings):
    addresses = addresses_of(closed, settings)
    addresses += [f"//{address}" for address in addresses]
    for status, content in raw_answers(addresses, {"Range": "bytes=0-999"}):
        assert SECRET[:20] not in content
        assert 300 <= status < 500
