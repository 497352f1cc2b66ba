"""Pages ask the database as much when there is more to show, and never more than they may."""

from copy import copy
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image

from communities.models import ArticlePage
from communities.models.community import CommunityFact
from core.models import HubImage, HubRendition
from tests import world
from tests.events import making
from tests.growth import MOST_QUERIES, add_copies, assert_same_queries, queries_of
from tests.library import making as making_resources

LATVIAN = ["", "kopienas/", "kopienas/tirza/", "jaunumi/", "kopienas/tirza/zina/", "lapa/"]
LATVIAN += ["kalendars/", "kopienas/tirza/talka/", "kratuve/", "kratuve/?q=ze", "kratuve/celvedis/"]
ENGLISH = ["", "communities/", "communities/tirza/", "news/", "communities/tirza/zina/", "lapa/"]
ENGLISH += ["calendar/", "communities/tirza/talka/", "library/", "library/celvedis/"]
ADDRESSES = {
    "lv": [f"/lv/{path}" for path in LATVIAN],
    "en": [f"/en/{path}" for path in ENGLISH],
}


@pytest.fixture
def full(site):
    """One page of every kind, in both languages; the article has a picture at all its sizes."""
    parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    other = world.community(site.index, "Lizuma pagasts", slug="lizums")
    parish.facts = [CommunityFact(label=f"Skaitlis {number}", value="7") for number in range(5)]
    parish.neighbours.add(other)
    parish.save_revision().publish()
    site.other = other
    site.story = world.article(parish, "Ziņa", slug="zina", picture=picture())
    site.item = world.article(site.news, "Jaunums", slug="jaunums")
    page = world.standard_page(site.home, "Lapa", slug="lapa", show_in_menus=True)
    site.below = world.standard_page(page, "Apakša", slug="apaksa")
    site.event = making.event(parish, "Talka", slug="talka", repeats="weekly")
    site.guide = making_resources.resource(
        making_resources.library(site), "Ceļvedis zem egles", slug="celvedis", communities=[parish],
        topics=["Darbnīcas"], files=[making_resources.document()], links=[("Mape", "https://x.lv")],
    )  # fmt: skip
    for each in (parish, other, site.story, site.item, page, site.below, site.event, site.guide):
        world.translated(each)
    for address in ("/lv/", "/lv/kopienas/tirza/zina/"):
        Client().get(address)
    return site


def picture():
    file = BytesIO()
    Image.new("RGB", (60, 40), (31, 77, 58)).save(file, "JPEG")
    return HubImage.objects.create(title="Egle", file=ContentFile(file.getvalue(), "egle.jpg"))


def grow(full, count):
    """So many more of everything that lists show, and a picture of its own for every article."""
    for page in (full.other, full.story, full.item, full.below, full.guide):
        add_copies(page, count)
    sizes = list(HubRendition.objects.filter(image=full.story.picture))
    for article in ArticlePage.objects.exclude(pk=full.story.pk):
        own = a_copy(full.story.picture)
        # Like the pages, rows alone: a picture that is saved makes its sizes itself.
        type(own).objects.bulk_create([own])
        HubRendition.objects.bulk_create([a_copy(size, image=own) for size in sizes])
        ArticlePage.objects.filter(pk=article.pk).update(picture=own)


def a_copy(row, **fields):
    row = copy(row)
    row.pk, row._state = None, type(row._state)()
    for name, value in fields.items():
        setattr(row, name, value)
    return row


@pytest.mark.parametrize("language", ADDRESSES)
def test_pages_ask_the_same_when_there_is_more_to_show(full, language):
    grow(full, 9)
    assert_same_queries(ADDRESSES[language], lambda: grow(full, 10))


# Outside of a transaction, as in a running server, pages know what all of them share.
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", ADDRESSES)
def test_pages_ask_no_more_than_they_may(full, language):
    grow(full, 25)
    for address in ADDRESSES[language]:
        asked = queries_of(address)
        assert len(asked) <= MOST_QUERIES, "\n".join(sql[:200] for sql in asked)


def test_the_menu_asks_the_same_when_it_is_longer(full):
    entry = full.below.get_parent().specific
    assert_same_queries(["/lv/", "/en/"], lambda: add_copies(entry, 5))
    assert len(Client().get("/en/").context["shell"].menu) == 11


def test_somebody_signed_in_costs_no_more_with_more_to_show(full, people):
    grow(full, 9)
    assert_same_queries(["/lv/", "/lv/jaunumi/"], lambda: grow(full, 10), people.resident)
