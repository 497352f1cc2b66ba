from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image

from core import sharing
from core.models import Audience, HubImage, SiteSettings
from tests import world
from tests.core.heads import HERE, Head


@pytest.fixture(autouse=True)
def _at_home(settings):
    settings.SITE_URL = HERE


def build(site):
    """A community in both languages."""
    parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    world.translated(parish)
    parish.refresh_from_db()
    site.parish = parish


@pytest.fixture
def parish(site):
    return site.parish


@pytest.fixture
def article(parish):
    """An article of the community with a picture."""
    file = BytesIO()
    Image.new("RGB", (1600, 900), (31, 77, 58)).save(file, "JPEG")
    picture = HubImage.objects.create(title="Egle", file=ContentFile(file.getvalue(), "egle.jpg"))
    return world.article(parish, "Ziņa", slug="zina", picture=picture, picture_alt="Egle sniegā")


def shared(address) -> str:
    """Where the picture is that is shared with the page at the address."""
    [picture] = Head(address).said("og:image")
    return picture.removeprefix(HERE)


def test_a_page_is_shared_with_its_own_picture(article):
    head = Head("/lv/kopienas/tirza/zina/")
    assert head.said("og:image:width") + head.said("og:image:height") == ["1200", "630"]
    assert head.said("og:image:alt") == ["Egle sniegā"]
    address = shared("/lv/kopienas/tirza/zina/")
    assert address.startswith("/media/images/")
    picture = Image.open(BytesIO(b"".join(Client().get(address))))
    assert (picture.format, picture.size) == ("JPEG", (1200, 630))


def test_a_page_whose_picture_is_gone_is_shared_with_a_drawn_one(article):
    article.picture.file.storage.delete(article.picture.file.name)
    assert shared("/lv/kopienas/tirza/zina/").startswith("/og/")


def test_a_page_without_a_picture_is_shared_with_a_drawn_one(parish):
    head = Head("/lv/kopienas/tirza/")
    assert head.said("og:image:alt") == ["Tirzas pagasts. Kopā"]
    answer = Client().get(shared("/lv/kopienas/tirza/"))
    picture = Image.open(BytesIO(answer.content))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_the_drawn_picture_may_be_shown_on_other_sites(parish):
    answer = Client().get(shared("/lv/kopienas/tirza/"))
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


def card_at(address) -> sharing.Card:
    """The card of the page at the address."""
    context = Client().get(address).context
    shell, page = context["shell"], context["page"]
    return sharing.card_of(page, context["request"].visit, shell.site)


def test_what_belongs_to_a_community_wears_its_belt_in_both_languages(parish, site):
    world.translated(world.article(parish, "Ziņa", slug="zina"))
    world.article(site.news, "Jaunums", slug="jaunums")
    own = {
        card_at(f"/{path}").belt
        for path in (
            "lv/kopienas/tirza/",
            "en/communities/tirza/",
            "lv/kopienas/tirza/zina/",
            "en/communities/tirza/zina/",
        )
    }
    of_the_site = {card_at(f"/{path}").belt for path in ("lv/", "en/", "lv/jaunumi/jaunums/")}
    assert len(own) == len(of_the_site) == 1
    assert own != of_the_site


def test_below_the_title_stands_whose_page_it_is(parish, site):
    world.translated(world.article(parish, "Ziņa", slug="zina"))
    world.standard_page(site.home, "Lapa", slug="lapa")
    SiteSettings.objects.update(tagline_lv="Gulbenes novada kopienas")
    assert card_at("/en/communities/tirza/zina/").subtitle == "TIRZAS PAGASTS"
    assert card_at("/lv/lapa/").subtitle == "Kopā – Gulbenes novada kopienas"
    assert card_at("/lv/kopienas/tirza/").subtitle == card_at("/lv/").subtitle


def test_a_page_of_another_name_has_another_picture(parish):
    before = shared("/lv/kopienas/tirza/")
    parish.title = "Tirza"
    parish.save_revision().publish()
    after = shared("/lv/kopienas/tirza/")
    assert [Client().get(address).status_code for address in (before, after)] == [404, 200]


@pytest.mark.parametrize(
    "made_up",
    [
        "/og/{page}-000000000000.png",
        "/og/{root}-{digest}.png",
        "/og/999999-{digest}.png",
        "/og/{huge}-{digest}.png",
        "/og/{page}-x.png",
    ],
)
def test_there_is_no_picture_at_a_made_up_address(parish, site, made_up):
    digest = shared("/lv/kopienas/tirza/").split("-")[1].removesuffix(".png")
    root = site.home.get_parent().pk
    address = made_up.format(page=parish.pk, root=root, digest=digest, huge=10**30)
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize("audience", [Audience.SIGNED_IN, Audience.LEADERS])
def test_a_closed_page_has_no_picture_even_for_its_readers(parish, people, audience):
    address = shared("/lv/kopienas/tirza/")
    parish.audience = audience
    parish.save_revision().publish()
    browser = Client()
    browser.force_login(people.admin)
    assert [each.get(address).status_code for each in (browser, Client())] == [404, 404]


def test_a_page_that_was_taken_down_has_no_picture(parish):
    address = shared("/lv/kopienas/tirza/")
    parish.unpublish()
    assert Client().get(address).status_code == 404


def test_a_card_is_drawn_once_and_cards_take_no_more_room_than_they_may(parish):
    card = card_at("/lv/kopienas/tirza/")
    assert sharing.png_of(card) is sharing.png_of(card)
    kept = sharing.png_of.cache
    assert (kept.currsize, kept.maxsize) == (sum(map(len, kept.values())), sharing.KEPT_BYTES)
