"""A page asks the database as much with many blocks of a kind as with few."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import world
from tests.core.blocks.samples import (
    action,
    document,
    image,
    in_english,
    picture,
    table,
)
from tests.growth import queries_of


def build(site):
    """Pages, pictures and documents to be shown and linked, all different."""
    site.targets = make_targets(site)
    # Every article that is asked for has another beside it to show.
    in_english(site, world.article(site.news, "Kaut kas cits", slug="cits"))


def make_targets(site):
    pages = [world.standard_page(site.home, f"Ceļš {number}") for number in range(5)]
    return [(page, image(), document()) for page in pages]


@pytest.fixture
def targets(site):
    return site.targets


def link(kind, target):
    return f'<p><a linktype="{kind}" id="{target.pk}">ceļš</a></p>'


def text(page, _picture, paper):
    return "text", link("page", page) + link("document", paper)


def accordion(page, _picture, paper):
    entry = {"question": "Kur?", "answer": link("page", page) + link("document", paper)}
    return "accordion", {"heading": "Kur", "entries": [entry, entry]}


def callout(page, _picture, _paper):
    return "callout", {"kind": "note", "title": "", "text": link("page", page)}


def one_picture(_page, image, _paper):
    return "picture", picture(image=image)


def gallery(_page, image, _paper):
    return "gallery", [picture(image=image), picture(image=image)]


def documents(_page, _picture, paper):
    return "documents", {"heading": "", "documents": [{"document": paper, "title": "Fails"}]}


def call(page, _picture, _paper):
    return "call_to_action", action(page=page)


def others(*_targets):
    return "table", table([("text", "Kas")], [["Kaut kas"]])


MAKERS = [text, accordion, callout, one_picture, gallery, documents, call, others]


def cold_queries(address) -> int:
    """How often the page asks when its renditions are there but not known to the process."""
    queries_of(address)
    caches["renditions"].clear()
    with CaptureQueriesContext(connection) as captured:
        assert Client().get(address).status_code == 200
    return len(captured)


@pytest.fixture
def asked(site):
    def asked(slug, body, language="lv"):
        article = world.article(site.news, f"Talka {slug}", slug=slug, body=body)
        if language == "en":
            article = in_english(site, article)
        return cold_queries(article.url_path)

    return asked


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_five_blocks_ask_as_much_as_two(asked, targets, make):
    few = asked("divi", [make(*target) for target in targets[:2]])
    assert asked("pieci", [make(*target) for target in targets]) == few


@pytest.mark.parametrize("make", [text, call], ids=lambda make: make.__name__)
def test_translated_links_ask_as_much_too(asked, targets, make):
    few = asked("divi", [make(*target) for target in targets[:2]], "en")
    assert asked("pieci", [make(*target) for target in targets], "en") == few


def test_twelve_pictures_ask_as_much_as_three(asked):
    images = [image() for _number in range(12)]
    few = asked("tris", [("picture", picture(image=one)) for one in images[:3]])
    assert asked("divpadsmit", [("picture", picture(image=one)) for one in images]) == few


def test_a_picture_that_is_everywhere_asks_as_much_as_one(asked):
    one = ("picture", picture())
    few = asked("viens", [one])
    assert asked("daudz", [one] * 9) == few
