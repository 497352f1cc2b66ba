"""The body of a page, with a block of every kind on it."""

import re
from itertools import pairwise

import html5lib
import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils.translation import override
from wagtail.users.models import UserProfile
from wagtail_localize.models import OverridableSegment, StringSegment, TranslationSource

from core.blocks import BodyBlock
from tests import world
from tests.core.blocks.samples import KINDS, every_block, in_english, read

SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


def build(site):
    site.body = every_block(world.standard_page(site.home, "Ceļš", slug="cels"))


@pytest.fixture
def body(site):
    return site.body


@pytest.fixture
def article(site, body):
    """An article with a block of every kind."""
    return world.article(site.news, "Talka", slug="talka", body=body)


def test_there_is_a_sample_of_every_kind(body):
    assert [kind for kind, _value in body] == KINDS


def test_every_block_is_clean_html(client, article):
    parser = html5lib.HTMLParser()
    document = parser.parse(client.get(article.url_path).content.decode())
    ids = [element.get("id") for element in document.iter() if element.get("id")]
    assert parser.errors == []
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("kind", KINDS)
def test_headings_keep_their_order_whatever_block_comes_first(client, site, body, kind):
    first = world.article(site.news, "Talka", slug="viens", body=[(kind, dict(body)[kind])])
    levels = [int(tag.name[1]) for tag in read(client, first).select("h1, h2, h3, h4, h5, h6")]
    assert levels[0] == 1
    assert all(deeper - level <= 1 for level, deeper in pairwise(levels))


def hostile(value):
    """The same value with a script in place of every word."""
    if isinstance(value, dict):
        return {key: hostile(part) for key, part in value.items()}
    if isinstance(value, list):
        return [hostile(part) for part in value]
    return SCRIPT if isinstance(value, str) and value not in ("text", "row_heading") else value


def test_a_script_in_any_field_is_only_text(client, site, body):
    harmful = [(kind, hostile(value)) for kind, value in body]
    found = read(client, world.article(site.news, "Talka", slug="talka", body=harmful))
    assert found.select('script:not([src="/static/js/video.js"])') == []
    assert found.select("[onerror], [src=x], [style], iframe, [href^=javascript]") == []
    assert found.get_text().count("alert(1)") > 15


@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_editors_see_an_example_before_they_choose(client, people, site, kind, language):
    UserProfile.objects.create(user=people.editor, preferred_language=language)
    client.force_login(people.editor)
    block = BodyBlock().child_blocks[kind]
    with override(language):
        assert block.is_previewable
        assert str(block.get_description())
        assert block.meta.icon != "placeholder"
        assert block.meta.group
    address = reverse("wagtailadmin_block_preview")
    response = client.get(address, {"id": block.definition_prefix})
    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 200
    assert page.html["lang"] == language
    assert page.select_one("link[rel=stylesheet]")
    assert len(page.main.get_text(strip=True)) > 10


def test_a_translated_page_says_nothing_in_latvian(client, site, article):
    assert latvian_words(client, article) > 40
    english = in_english(site, article)
    assert latvian_words(client, english) == 0


# Names and addresses are the same in every language, and so is what the site itself says.
UNTRANSLATED = "Anna Ozola|anna@example.test|TXT|baiti|bytes"
OF_THE_SITE = ".visually-hidden, .callout__kind, .video__notice, .video__doors"


def latvian_words(client, page) -> int:
    """How many words of the article's blocks are not shouted."""
    found = read(client, page)
    for part in found.select(OF_THE_SITE):
        part.decompose()
    words = [part.get_text(" ") for part in found.select(".block, .prose")]
    words += [img["alt"] for img in found.select(".block img")]
    text = re.sub(UNTRANSLATED, "", " ".join(words))
    return len([word for word in re.findall(r"[^\W\d_]{2,}", text) if not word.isupper()])


def test_a_translated_page_has_all_that_needs_no_translation(client, site, article):
    english = in_english(site, article)
    latvian, translated = (read(client, page) for page in (article, english))

    def carried(found):
        hrefs = [a["href"] for a in found.select(".block a") if "/lv/" not in a["href"]]
        pictures = [img["src"] for img in found.select(".block img")]
        players = [card["data-player"] for card in found.select("[data-player]")]
        kinds = [" ".join(callout["class"]) for callout in found.select(".callout")]
        return hrefs, pictures, players, kinds, len(found.select("td, th"))

    assert carried(translated) == carried(latvian)
    assert "Anna Ozola" in translated.get_text()


def test_a_translation_is_asked_for_words_and_offered_other_addresses_alone(article):
    world.in_english(article)
    source = TranslationSource.objects.get(object_id=article.translation_key)
    offered = OverridableSegment.objects.filter(source=source, context__path__startswith="body")
    kinds = {segment.context.path.rpartition(".")[2] for segment in offered}
    assert kinds == {"address", "email"}
    said = {segment.string.data for segment in StringSegment.objects.filter(source=source)}
    assert not said & {"Anna Ozola", "anna@example.test", "+371 6440 0000", "9.00–12.00", "tip"}


def test_the_editor_of_a_translation_opens_with_every_block(client, people, article):
    client.force_login(people.editor)
    english = world.in_english(article)
    response = client.get(reverse("wagtailadmin_pages:edit", args=[english.pk]))
    text = response.content.decode()
    assert response.status_code == 200
    for word in ("Ceturtdiena", "Talkas video", "Mums te", "Bibliot", "Agri"):
        assert word in text


def test_the_words_of_every_block_are_found_by_searching(article):
    words = " ".join(article.body.stream_block.get_searchable_content(article.body))
    for word in ("Mums te patīk", "Kas drīkst nākt?", "Ceturtdiena", "Ezers vakarā", "Statūti"):
        assert word in words
