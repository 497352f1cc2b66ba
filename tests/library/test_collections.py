"""Everything for one task: the page of a collection, and the bag with its files."""

import zipfile
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from library.collections.bag import safe_name
from library.models import FileDownloads
from tests import world
from tests.library import making

pytestmark = pytest.mark.django_db
BROWSER = {"HTTP_USER_AGENT": "Mozilla/5.0 Firefox/140.0"}


def build(site):
    library = making.library(site)
    site.file, site.secret = making.document(), making.document("piezimes.txt")
    site.guide = making.resource(library, slug="celvedis", files=[site.file])
    site.closed = making.resource(
        library, "Līderu piezīmes", slug="piezimes", audience="leaders", files=[site.secret]
    )
    pairs = [(site.closed, "Vispirms izlasi."), (site.guide, "Tad dari.")]
    site.bag = making.collection(library, slug="soma", items=pairs)
    site.parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    site.leader = world.leader(site.parish)


def browser(person=None) -> Client:
    found = Client()
    if person:
        found.force_login(person)
    return found


def bag_of(site, person=None):
    with override("lv"):
        answer = browser(person).get(reverse("library:bag", args=[site.bag.pk]), **BROWSER)
    assert answer.headers["Cache-Control"] == "private, no-store"
    with zipfile.ZipFile(BytesIO(b"".join(answer.streaming_content))) as bag:
        assert bag.testzip() is None
        return {name: bag.read(name).decode("utf-8-sig") for name in bag.namelist()}


def test_a_collection_shows_what_one_may_read_in_its_order(site):
    text = browser().get("/lv/kratuve/soma/").content.decode()
    assert "Tad dari." in text and "Vispirms" not in text and "Līderu piezīmes" not in text
    text = browser(site.leader).get("/lv/kratuve/soma/").content.decode()
    assert text.index("Vispirms izlasi.") < text.index("Tad dari.")


def test_the_bag_holds_what_one_may_fetch_and_counts_it(site):
    everybodys = bag_of(site)
    assert len(everybodys) == 2 and "01 protokols.txt" in everybodys
    assert "piezīmes" not in str(everybodys).lower()
    leaders = bag_of(site, site.leader)
    assert {"01 piezimes.txt", "02 protokols.txt"} < set(leaders)
    counts = dict(FileDownloads.objects.values_list("document_id", "count"))
    assert counts == {site.file.pk: 2, site.secret.pk: 1}


def test_a_resource_says_in_which_collections_it_is(site):
    assert "/lv/kratuve/soma/" in browser().get("/lv/kratuve/celvedis/").content.decode()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Sēdes protokols.docx", "07 Sēdes protokols.docx"),
        ('a/b\\c:"*?<>|', "07 a b c.docx"),
        ("CON", "07 CON.docx"),
        ("..", "07.docx"),
        ("x" * 300, f"07 {'x' * 80}.docx"),
    ],
)
def test_names_in_the_bag_are_safe_everywhere(title, name):
    assert safe_name(7, title, "docx") == name
