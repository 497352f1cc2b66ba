"""Documents to download, through the door that asks who may have them."""

from tests import world
from tests.core.blocks.samples import cleaned, document, read, shown


def documents(*entries):
    return "documents", {"heading": "Faili", "documents": list(entries)}


def test_an_entry_says_what_it_is_and_how_large(client, site):
    paper = document(title="Arhīva nosaukums")
    text = shown(client, site, documents({"document": paper, "title": "Statūti"}))
    link = text.select_one(".documents a")
    assert link["href"] == f"/documents/{paper.pk}/nolikums.txt"
    assert " ".join(link.get_text().split()) == "Statūti TXT, 7 baiti"
    assert b"Sveiki" in b"".join(client.get(link["href"]).streaming_content)


def test_an_entry_without_a_title_takes_over_that_of_the_document(db):
    paper = document(title="Gada pārskats")
    value = cleaned(*documents({"document": paper, "title": ""}))
    assert value["documents"][0]["title"] == "Gada pārskats"


def test_a_document_that_is_gone_leaves_no_trace(client, site):
    paper, other = document(), document()
    body = [documents({"document": paper}, {"document": other, "title": "Otrs"})]
    article = world.article(site.news, "Talka", slug="talka", body=body)
    paper.delete()
    assert [link.b for link in read(client, article).select(".documents a")] == [None]
    other.delete()
    assert read(client, article).select(".documents") == []


def test_reading_never_measures_a_file(client, site):
    paper = document()
    type(paper).objects.update(file_size=None)
    paper.refresh_from_db()
    shown(client, site, documents({"document": paper, "title": "Statūti"}))
    paper.refresh_from_db()
    assert paper.file_size is None
