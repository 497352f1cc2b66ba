import pytest
from django.core import mail
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from core.models import HubDocument
from core.search_query import query_of
from demo.papers import parts_of, pdf
from library.actions import read_document
from library.models import FilePlace, FileText
from library.search import found_bits
from library.shelf import shelve
from notifications.actions import deliver_due
from notifications.models import Letter
from tests.library import making

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def build(site):
    site.library = making.library(site)
    content = pdf(parts_of("Protokols", ["Runāja par apgaismojumu."]))
    site.paper = HubDocument.objects.create(
        title="Protokols", file=ContentFile(content, "protokols.pdf")
    )
    site.page = making.resource(site.library, "Sēde", files=[site.paper])
    read_document(document_id=site.paper.pk, now=NOW)


def text_of(document) -> FileText:
    return FileText.objects.get(document=document)


def test_a_file_is_read_with_its_first_page(site, client):
    text = text_of(site.paper)
    assert (text.state, text.trouble, text.pages) == ("read", "", 1)
    assert "apgaismojumu" in text.places.get().words
    address = reverse("library:first-page", args=[site.paper.pk, text.digest])
    answer = client.get(address)
    assert answer.status_code == 200 and answer.headers["Content-Type"] == "image/webp"
    assert b"".join(answer.streaming_content)[8:12] == b"WEBP"
    assert answer.headers["Cache-Control"] == "public, max-age=600"
    for place in ("/lv/kratuve/", "/lv/kratuve/sede/"):
        assert address in client.get(place).content.decode()
    other = reverse("library:first-page", args=[site.paper.pk, "0" * 12])
    assert client.get(other).status_code == 404


def test_reading_twice_keeps_one_text(site):
    read_document(document_id=site.paper.pk, now=NOW)
    site.page.save_revision().publish()
    assert FileText.objects.count() == 1 and FilePlace.objects.count() == 1
    assert text_of(site.paper).state == "read"


def test_a_replaced_file_is_read_anew_and_the_old_text_forgotten(site):
    shelf = shelve([(site.page.pk, "")], [], [(site.page.pk, site.paper.pk)])
    assert found_bits(shelf, query_of("apgaismojums")) == 1
    site.paper.file = ContentFile("Tagad par soliņiem.".encode(), "soli.txt")
    site.paper.file_hash = ""
    site.paper.save()
    text = text_of(site.paper)
    assert text.state == "waiting" and not text.picture and not text.places.exists()
    assert found_bits(shelf, query_of("apgaismojums")) == 0
    read_document(document_id=site.paper.pk, now=NOW)
    assert found_bits(shelf, query_of("soliņš")) == 1


def test_long_places_are_kept_in_pieces(site):
    paper = making.document("gars.txt", "vārds " * 5000)
    making.resource(site.library, "Gars", files=[paper])
    read_document(document_id=paper.pk, now=NOW)
    pieces = [place.words for place in text_of(paper).places.all()]
    assert len(pieces) > 3 and max(map(len, pieces)) <= 8000
    assert "".join(pieces).split() == ["vārds"] * 5000


def test_trouble_is_told_to_whoever_uploaded_it_once(site, people):
    paper = making.document("tukss.txt", " \n ", uploaded_by_user=people.editor)
    making.resource(site.library, "Tukšs", files=[paper])
    for _again in range(2):
        read_document(document_id=paper.pk, now=NOW)
        FileText.objects.filter(document=paper).update(state="waiting")
    letter = Letter.objects.get(kind="library.file-trouble")
    assert letter.person == people.editor and not mail.outbox
    deliver_due(NOW)
    assert "tukss.txt" in mail.outbox[0].body
    assert f"/admin/documents/edit/{paper.pk}/" in mail.outbox[0].body
    assert text_of(paper).trouble == "no_text"


def test_its_form_says_what_is_wrong(site, client, people):
    FileText.objects.filter(document=site.paper).update(trouble="protected", state="troubled")
    client.force_login(people.editor)
    text = client.get(reverse("wagtailadmin_pages:edit", args=[site.page.pk])).content.decode()
    assert 'class="kopa-files"' in text
    assert "parol" in text.lower() or "password" in text


def test_a_file_that_is_gone_hurts_nobody(site):
    paper = making.document("pazudis.txt")
    making.resource(site.library, "Pazudis", files=[paper])
    paper.file.storage.delete(paper.file.name)
    read_document(document_id=paper.pk, now=NOW)
    assert text_of(paper).state == "waiting"
    read_document(document_id=paper.pk + 100, now=NOW)
