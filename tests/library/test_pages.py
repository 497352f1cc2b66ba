import pytest
from django.utils import timezone

from core.models import HubDocument
from core.search_query import keys_of
from library.actions import read_document
from library.models import (
    FileText,
    RelatedResource,
    ResourceFile,
    ResourceLink,
    ResourcePage,
    ResourceWords,
)
from tests import growth, world
from tests.library import making

pytestmark = pytest.mark.django_db


def build(site):
    site.library = making.library(site)
    site.parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    site.file = making.document()
    site.guide = making.resource(
        site.library,
        "Darbnīcas ceļvedis",
        slug="celvedis",
        summary="Kā sagatavot darbnīcu.",
        files=[site.file],
        links=[("Padomju nolikums", "https://likumi.lv/ta/id/356143")],
        topics=["Darbnīcas", "Sapulces"],
        communities=[site.parish],
        author="SATEKA",
        year=2024,
        licence="cc-by",
        level="beginner",
        video=[("video", {"title": "Darbnīca Tirzā", "address": "https://youtu.be/AAAAAAAAAAA"})],
    )
    site.closed = making.resource(
        site.library, "Līderu piezīmes", slug="piezimes", audience="leaders", topics=["Sapulces"]
    )
    site.translated = world.translated(site.guide)


def text_of(client, address="/lv/kratuve/", status=200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def test_the_library_lists_its_resources_in_both_languages(site, client):
    latvian, english = text_of(client), text_of(client, "/en/library/")
    assert "Darbnīcas ceļvedis" in latvian and "Kā sagatavot darbnīcu." in latvian
    assert "DARBNĪCAS CEĻVEDIS" in english and ">TXT<" in english


def test_a_resource_shows_all_that_is_known_of_it(site, client):
    text = text_of(client, "/lv/kratuve/celvedis/")
    for said in (
        "Darbnīcas ceļvedis", "protokols", "TXT", "https://likumi.lv/ta/id/356143", "SATEKA",
        "2024", "CC BY", "Tirzas pagasts", "Darbnīcas", "youtube-nocookie.com", "Ceļvedis",
        f"/documents/{site.file.pk}/protokols.txt",
    ):  # fmt: skip
        assert said in text, said


def test_a_translation_carries_over_what_has_no_words(site, client):
    page = ResourcePage.objects.get(pk=site.translated.pk)
    assert page.kind == site.guide.kind and page.year == 2024 and page.author == "SATEKA"
    assert [row.document for row in page.files.all()] == [site.file]
    assert sorted(topic.name for topic in page.topics.all()) == ["Darbnīcas", "Sapulces"]
    assert list(page.communities.all()) == [site.parish]
    text = text_of(client, "/en/library/celvedis/")
    assert "protokols" in text.lower() and "TIRZAS PAGASTS" not in text


def test_what_a_resource_is_about_leads_into_the_library(site, client):
    assert "/lv/kratuve/?f=topic:sapulces" in text_of(client, "/lv/kratuve/celvedis/")


def test_resources_about_the_same_go_with_it(site, client):
    making.resource(site.library, "Sapulces norise", topics=["Sapulces"])
    text = text_of(client, "/lv/kratuve/celvedis/")
    assert "Sapulces norise" in text and "Līderu piezīmes" not in text


def test_what_editors_chose_goes_before_what_is_about_the_same(site, client):
    other = making.resource(site.library, "Maza budžeta veidne")
    site.guide.related = [RelatedResource(resource=other)]
    site.guide.save_revision().publish()
    making.resource(site.library, "Sapulces norise", topics=["Sapulces"])
    text = text_of(client, "/lv/kratuve/celvedis/")
    assert "Maza budžeta veidne" in text and "Sapulces norise" not in text


def test_search_engines_are_told_what_it_is(site, client):
    text = text_of(client, "/lv/kratuve/celvedis/")
    assert '"@type":"CreativeWork"' in text and '"@type":"DigitalDocument"' in text
    assert "https://creativecommons.org/licenses/by/4.0/" in text


def test_it_is_found_by_its_words(site):
    keys = ResourceWords.objects.get(page=site.guide).search_keys.split()
    said = keys_of("darbnīcas", "sagatavot", "SATEKA", "sapulces", "nolikums")
    assert set(said.split()) <= set(keys)


def test_a_leader_sees_what_is_for_leaders(site, client):
    client.force_login(world.leader(site.parish))
    text = text_of(client)
    assert "Līderu piezīmes" in text and "chip--closed" in text
    assert client.get("/lv/kratuve/").headers["Cache-Control"] == "private, no-store"
    assert client.get("/lv/kratuve/piezimes/").status_code == 200


def test_others_do_not_learn_of_what_is_for_leaders(site, client):
    assert "piezīmes" not in text_of(client)
    assert client.get("/lv/kratuve/piezimes/").status_code == 302


def test_files_of_resources_are_read_and_others_are_not(site):
    read_document(document_id=site.file.pk, now=timezone.now())
    assert FileText.objects.get(document=site.file).state == FileText.State.READ
    other = HubDocument.objects.get(pk=making.document("cits.txt").pk)
    assert not FileText.objects.filter(document=other).exists()


def test_pages_ask_no_more_when_there_is_more(site):
    addresses = ["/lv/kratuve/", "/lv/kratuve/?q=darbnīcas", "/lv/kratuve/celvedis/"]
    growth.assert_same_queries(addresses, lambda: add_more(site))


def add_more(site):
    """More resources, and more files, links and topics of one."""
    growth.add_copies(site.guide, 20)
    page = ResourcePage.objects.get(pk=site.guide.pk)
    for number in range(10):
        document = making.document(f"fails-{number}.txt")
        page.files.add(ResourceFile(document=document, locale=page.locale))
        page.links.add(ResourceLink(title="Saite", url="https://x.lv", locale=page.locale))
    page.topics.add(*(f"Tēma {number}" for number in range(10)))
    page.save()
