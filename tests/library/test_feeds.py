from xml.etree import ElementTree

import pytest
from django.urls import reverse
from django.utils.translation import override

from library.models import LibraryPage
from tests import world
from tests.library import making

pytestmark = pytest.mark.django_db


def build(site):
    site.library = making.library(site)
    site.guide = making.resource(site.library, "Ceļvedis & karte", summary="Īsi <par> visu.")
    making.resource(site.library, "Slēgts", audience="leaders")
    making.resource(site.library, "Uzmetums", is_published=False)
    world.translated(site.guide)


def address(kind="rss", language="lv") -> str:
    with override(language):
        return reverse("library:new-resources", args=[kind])


def titles(client, **where) -> list[str]:
    answer = client.get(address(**where))
    assert answer.status_code == 200
    tree = ElementTree.fromstring(answer.content)  # noqa: S314 - it is our own
    names = ("item", "{http://www.w3.org/2005/Atom}entry")
    return [
        next(part.text for part in item if part.tag.endswith("title"))
        for item in tree.iter()
        if item.tag in names
    ]


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_new_resources_of_a_language_are_told(site, client, kind):
    assert titles(client, kind=kind) == ["Ceļvedis & karte"]
    assert titles(client, kind=kind, language="en") == ["CEĻVEDIS & KARTE"]


def test_a_leader_gets_the_same_feed(site, client, people):
    client.force_login(people.editor)
    assert titles(client) == ["Ceļvedis & karte"]


def test_the_pages_of_the_library_offer_it(site, client):
    for place in ("/lv/kratuve/", site.guide.url_path):
        assert f'{address()}"' in client.get(place).content.decode()
    assert address() not in client.get("/lv/").content.decode()


def test_a_closed_library_has_none(site, client):
    LibraryPage.objects.filter(pk=site.library.pk).update(audience="leaders")
    assert client.get(address()).status_code == 404
