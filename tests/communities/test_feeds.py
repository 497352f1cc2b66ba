"""News for feed readers: valid by the specifications, and nothing closed among them."""

from datetime import datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from xml.etree import ElementTree

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image

from communities.models import ArticlePage
from core.models import Audience, HubImage
from tests import world
from tests.core.heads import HERE, Head
from tests.core.keeping import Reader, is_kept
from tests.growth import add_copies, assert_same_queries

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = ["/lv/rss.xml", "/lv/atom.xml", "/lv/kopienas/tirza/rss.xml", "/lv/kopienas/tirza/atom.xml"]


@pytest.fixture(autouse=True)
def _at_home(settings):
    settings.SITE_URL = HERE


def build(site):
    """A community in both languages."""
    site.parish = world.community(site.index, "Tirzas pagasts", slug="tirza", summary="Pie Tirzas.")
    world.translated(site.parish)


@pytest.fixture
def parish(site):
    return site.parish


@pytest.fixture
def news(parish, site):
    """An article with a picture, of the community and in both languages, and one of the site."""
    file = BytesIO()
    Image.new("RGB", (1600, 900), (31, 77, 58)).save(file, "JPEG")
    picture = HubImage.objects.create(title="Egle", file=ContentFile(file.getvalue(), "egle.jpg"))
    fields = {"summary": "Egle & <b>sniegs</b>", "date": "2026-07-01", "picture": picture}
    article = world.article(parish, "Ziņa & <i>", slug="zina", **fields)
    world.translated(article)
    world.article(site.news, "Jaunums", slug="jaunums", date="2026-12-01")
    return article


def read(address) -> ElementTree.Element:
    """The feed at the address: the channel of RSS, or the root of Atom."""
    answer = Client().get(address)
    assert answer.status_code == 200
    root = ElementTree.fromstring(answer.content)  # noqa: S314
    return root.find("channel") if root.tag == "rss" else root


def titles(address) -> list[str]:
    feed = read(address)
    items = [*feed.iter("item"), *feed.iter(f"{ATOM}entry")]
    return [item.findtext("title") or item.findtext(f"{ATOM}title") for item in items]


def is_absolute(address: str) -> bool:
    return address.startswith(f"{HERE}/")


@pytest.mark.parametrize("path", ["", "kopienas/tirza/"])
def test_rss_says_what_the_specification_asks_for(news, path):
    feed = read(f"/lv/{path}rss.xml")
    assert feed.findtext("link") == f"{HERE}/lv/{path}"
    assert feed.findtext("title")
    assert feed.findtext("description")
    assert feed.findtext("language") == "lv"
    link = feed.find(f"{ATOM}link")
    assert link.attrib == {"rel": "self", "href": f"{HERE}/lv/{path}rss.xml"}
    assert parsedate_to_datetime(feed.findtext("lastBuildDate")).utcoffset() is not None
    for item in feed.iter("item"):
        assert is_absolute(item.findtext("link"))
        assert item.find("guid").attrib == {"isPermaLink": "false"}
        assert item.findtext("guid").startswith("urn:uuid:")


@pytest.mark.parametrize("path", ["", "kopienas/tirza/"])
def test_atom_says_what_the_specification_asks_for(news, path):
    feed = read(f"/lv/{path}atom.xml")
    assert feed.tag == f"{ATOM}feed"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "lv"
    assert feed.findtext(f"{ATOM}id") == f"{HERE}/lv/{path}"
    assert feed.findtext(f"{ATOM}title")
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Kopā"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"alternate": f"{HERE}/lv/{path}", "self": f"{HERE}/lv/{path}atom.xml"}
    for part in (feed, *feed.iter(f"{ATOM}entry")):
        assert datetime.fromisoformat(part.findtext(f"{ATOM}updated")).utcoffset() is not None
    for entry in feed.iter(f"{ATOM}entry"):
        assert entry.findtext(f"{ATOM}id").startswith("urn:uuid:")
        assert entry.findtext(f"{ATOM}title")
        assert is_absolute(entry.find(f"{ATOM}link[@rel='alternate']").get("href"))


def test_each_kind_has_its_content_type(news):
    kinds = [Client().get(address).headers["Content-Type"] for address in FEEDS[:2]]
    assert kinds == ["application/rss+xml; charset=utf-8", "application/atom+xml; charset=utf-8"]


def test_news_are_of_noon_of_their_day_in_latvia(news):
    days = [item.findtext("pubDate") for item in read("/lv/rss.xml").iter("item")]
    assert days == ["Tue, 01 Dec 2026 12:00:00 +0200", "Wed, 01 Jul 2026 12:00:00 +0300"]


def test_a_summary_is_words_and_never_markup(news):
    # A reader undoes one escaping as XML and shows what remains as HTML.
    [item] = read("/lv/kopienas/tirza/rss.xml").iter("item")
    assert item.findtext("title") == "Ziņa & <i>"
    assert item.findtext("description") == "Egle &amp; &lt;b&gt;sniegs&lt;/b&gt;"
    [entry] = read("/lv/kopienas/tirza/atom.xml").iter(f"{ATOM}entry")
    summary = entry.find(f"{ATOM}summary")
    assert (summary.get("type"), summary.text) == ("html", item.findtext("description"))


def test_what_xml_cannot_write_is_left_out(parish):
    world.article(parish, "Ziņa\x0b!", slug="zina", summary="A\x01B")
    for address in FEEDS:
        assert titles(address) == ["Ziņa!"]


def test_a_picture_goes_along_with_its_size(news):
    [item] = read("/lv/kopienas/tirza/rss.xml").iter("item")
    enclosure = item.find("enclosure")
    assert enclosure.get("type") == "image/jpeg"
    file = b"".join(Client().get(enclosure.get("url").removeprefix(HERE)))
    assert int(enclosure.get("length")) == len(file)
    [entry] = read("/lv/kopienas/tirza/atom.xml").iter(f"{ATOM}entry")
    link = entry.find(f"{ATOM}link[@rel='enclosure']")
    assert link.get("href") == enclosure.get("url")


def test_news_whose_picture_is_gone_are_told_without_it(news):
    rendition = news.picture.get_rendition("fill-1200x630|format-jpeg|jpegquality-80")
    rendition.file.storage.delete(rendition.file.name)
    [item] = read("/lv/kopienas/tirza/rss.xml").iter("item")
    assert item.find("enclosure") is None


def test_the_site_tells_all_news_of_a_language_and_a_community_its_own(news):
    assert titles("/lv/rss.xml") == titles("/lv/atom.xml") == ["Jaunums", "Ziņa & <i>"]
    assert titles("/lv/kopienas/tirza/rss.xml") == ["Ziņa & <i>"]
    assert titles("/en/rss.xml") == titles("/en/communities/tirza/atom.xml") == ["ZIŅA & <I>"]


def test_news_of_a_community_say_whose_they_are(news):
    items = read("/lv/rss.xml").iter("item")
    assert [item.findtext("category") for item in items] == [None, "Tirzas pagasts"]


def test_news_keep_their_identity_wherever_they_move_and_have_one_in_each_language(news):
    def identities(address):
        return [item.findtext("guid") for item in read(address).iter("item")]

    before = identities("/lv/kopienas/tirza/rss.xml")
    news.slug = "cita-zina"
    news.save_revision().publish()
    assert identities("/lv/kopienas/tirza/rss.xml") == before
    assert identities("/en/communities/tirza/rss.xml") != before


def test_the_newest_twenty_are_told(parish):
    add_copies(world.article(parish, "Ziņa", date="2026-10-30"), 24)
    for address in FEEDS:
        assert len(titles(address)) == 20
        assert titles(address)[0] == "Ziņa"


@pytest.mark.parametrize("address", FEEDS)
def test_a_feed_without_news_is_a_feed(parish, address):
    assert titles(address) == []


@pytest.mark.parametrize("person", ["nobody", "admin"])
def test_closed_news_are_told_to_nobody(parish, site, people, person):
    for place in (parish, site.news):
        world.article(place, "Slēgta", audience=Audience.LEADERS)
        world.article(place, "Pieteiktajiem", audience=Audience.SIGNED_IN)
        world.article(place, "Beigusies", expire_at="2020-01-01T00:00:00Z")
        world.article(place, "Uzmetums", is_published=False)
    browser = Client()
    if person != "nobody":
        browser.force_login(getattr(people, person))
    for address in FEEDS:
        answer = browser.get(address)
        assert answer.status_code == 200
        assert b"<item" not in answer.content
        assert b"<entry" not in answer.content


@pytest.mark.parametrize("change", [{"audience": Audience.SIGNED_IN}, {"live": False}])
def test_a_community_that_not_everybody_may_read_has_no_feed(parish, people, change):
    type(parish).objects.filter(pk=parish.pk).update(**change)
    browser = Client()
    browser.force_login(people.admin)
    assert browser.get("/lv/kopienas/tirza/rss.xml").status_code == 404


@pytest.mark.parametrize(
    "path", ["kopienas/", "jaunumi/", "nekas/", "tirza/", "kopienas/tirza/zina/"]
)
def test_other_pages_have_no_feed(news, path):
    assert Client().get(f"/lv/{path}rss.xml").status_code == 404


def test_pages_offer_the_feeds_that_go_with_them(news):
    of_site, of_parish = f"{HERE}/lv/rss.xml", f"{HERE}/lv/kopienas/tirza/rss.xml"
    offered = {
        address: list(Head(address).links("alternate", "title").values())
        for address in ("/lv/", "/lv/nekas/", "/lv/kopienas/tirza/", "/lv/kopienas/tirza/zina/")
    }
    assert list(offered.values()) == [[of_site]] * 2 + [[of_site, of_parish]] * 2
    assert list(Head("/en/").links("alternate", "title").values()) == [f"{HERE}/en/rss.xml"]


def test_a_feed_is_kept_and_says_not_modified(news):
    reader = Reader()
    first = reader.get("/lv/rss.xml")
    assert first.headers["Cache-Control"] == "public, max-age=600"
    assert is_kept(reader, "/lv/rss.xml")
    for condition in (
        {"HTTP_IF_NONE_MATCH": first.headers["ETag"]},
        {"HTTP_IF_MODIFIED_SINCE": first.headers["Last-Modified"]},
    ):
        answer = reader.get("/lv/rss.xml", **condition)
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer.headers["Cache-Control"] == "public, max-age=600"
        assert answer.headers["Last-Modified"] == first.headers["Last-Modified"]


def test_a_feed_has_changed_as_soon_as_its_news_have(news):
    reader = Reader()
    tag = reader.get("/lv/rss.xml").headers["ETag"]
    news.title = "Cita ziņa"
    news.save_revision().publish()
    answer = reader.get("/lv/rss.xml", HTTP_IF_NONE_MATCH=tag)
    assert answer.status_code == 200
    assert "Cita ziņa" in answer.content.decode()


def test_a_feed_changes_when_its_news_do_and_not_on_their_day(news):
    ArticlePage.objects.update(last_published_at="2026-03-05T10:00:00Z")
    answer = Client().get("/lv/rss.xml")
    assert answer.headers["Last-Modified"] == "Thu, 05 Mar 2026 10:00:00 GMT"


def test_feeds_ask_the_same_when_there_are_more_news(news, parish):
    assert_same_queries(FEEDS, lambda: add_copies(news, 12))
