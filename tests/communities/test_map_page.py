"""The map on a page: links, the place where the reader is, both languages, and what it costs."""

import re
from dataclasses import replace
from decimal import Decimal
from gzip import compress
from types import SimpleNamespace
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import timezone
from html5lib import HTMLParser

from communities.actions import add_boundaries, show_boundaries
from communities.boundaries import read_boundaries
from communities.map.drawing import NARROW_LETTER, WIDE_LETTER
from communities.models import BoundarySet, CommunityPage
from communities.models.cards import CommunityCard
from communities.sheet import Lead, sheet_of
from communities.templatetags.communities import map_context
from core.audience import Audience
from core.belt import belt, word_of
from core.belt.wools import PAIRS
from demo.build import read
from tests import world
from tests.communities.land import feature, file_of, neighbours, rows
from tests.growth import add_copies

TAG = Template("{% load communities %}{% communities_map locale_id here %}")
SVG = "{http://www.w3.org/2000/svg}"
STYLES = settings.ROOT / "static" / "css" / "components" / "map.css"


def build(site):
    """Three communities, as far as a map shows them; Tirza and Lejasciems are neighbours."""
    tirza, lejasciems, ligo = (
        world.community(
            site.index,
            title,
            slug=name.lower(),
            short_name=name,
            latitude=str(latitude),
            longitude=str(longitude),
        )
        for title, name, latitude, longitude in (
            ("Tirzas pagasts", "Tirza", 57.14, 26.43),
            ("Lejasciema pagasts", "Lejasciems", 57.28, 26.58),
            ("Līgo pagasts", "Līgo", 57.02, 26.58),
        )
    )
    tirza.neighbours.add(lejasciems)
    tirza.save()
    site.found = SimpleNamespace(tirza=tirza, lejasciems=lejasciems, ligo=ligo)


@pytest.fixture
def found(site):
    return site.found


def fourteen() -> tuple[CommunityCard, ...]:
    """The cards of the communities of the demo."""
    keys = {data["slug"]: UUID(int=number) for number, data in enumerate(read("communities"))}
    return tuple(
        CommunityCard(
            key=keys[data["slug"]],
            path="",
            slug=data["slug"],
            title=data["name"]["lv"],
            short_name=data["short_name"],
            summary="",
            url_path=f"/lv/kopienas/{data['slug']}/",
            latitude=Decimal(str(data["centre"]["lat"])),
            longitude=Decimal(str(data["centre"]["lon"])),
            neighbours=frozenset(keys[slug] for slug in data["neighbours"]),
            belt=word_of(belt(data["name"]["lv"])),
        )
        for data in read("communities")
    )


def drawn(page, here=None) -> str:
    request = RequestFactory().get("/")
    return TAG.render(Context({"request": request, "locale_id": page.locale_id, "here": here}))


def links(html: str) -> dict[str, dict]:
    """The links of the map that can be reached, by their words."""
    tree = HTMLParser().parse(html)
    reached = [link for link in tree.iter(f"{SVG}a") if link.get("aria-hidden") != "true"]
    return {next(link.iter(f"{SVG}text")).text: link.attrib for link in reached}


def show(pages, people, credit=""):
    """Show two boundaries, of Tirza and Lejasciems."""
    west, east = neighbours()
    added = add_boundaries(
        rings={pages.tirza.translation_key: [west], pages.lejasciems.translation_key: [east]},
        credit=credit,
        user=people.editor,
        now=timezone.now(),
    )
    show_boundaries(boundaries=added, user=people.editor)


def test_every_community_is_a_link_with_its_name_in_the_nominative(found):
    assert {name: link["href"] for name, link in links(drawn(found.tirza)).items()} == {
        page.short_name: page.url_path for page in vars(found).values()
    }


def test_a_community_without_a_short_name_goes_by_its_title(found):
    found.tirza.short_name = ""
    found.tirza.save()
    assert set(links(drawn(found.tirza))) == {"Tirzas pagasts", "Lejasciems", "Līgo"}


def test_the_page_where_the_reader_is_is_marked_and_by_more_than_a_colour(found):
    plain, marked = drawn(found.tirza), drawn(found.tirza, found.tirza.translation_key)
    current = {name: link for name, link in links(marked).items() if "aria-current" in link}
    assert list(current) == ["Tirza"]
    assert current["Tirza"]["aria-current"] == "page"
    assert "map__here" in current["Tirza"]["class"]
    assert "aria-current" not in plain
    # The dot of the place is larger as well.
    assert len(set(re.findall(r'<path d="([^"]+)"', marked)) - set(plain.split('"'))) == 1


def test_a_map_has_a_name_in_the_language_of_the_page(found):
    english = world.translated(found.tirza)
    html = drawn(english)
    assert 'role="group" aria-label="' in html
    assert [link["href"] for link in links(html).values()] == [english.url_path]
    assert list(links(html)) == ["Tirza"]


def test_a_community_wears_the_wool_of_its_latvian_belt_in_both_languages(found):
    english = world.translated(found.tirza)
    of_tirza = links(drawn(found.tirza))["Tirza"]["class"]
    assert of_tirza.removeprefix("map__place--") in PAIRS
    assert links(drawn(english))["Tirza"]["class"] == of_tirza


def test_who_may_not_read_a_page_does_not_find_it_on_the_map(found):
    page = found.tirza
    page.audience = Audience.SIGNED_IN
    page.save_revision().publish()
    assert "Tirza" not in links(drawn(found.ligo))


def test_without_a_place_there_is_no_map(found):
    CommunityPage.objects.update(latitude=None, longitude=None)
    assert drawn(found.tirza).strip() == ""


def test_names_are_text_and_nothing_else(site):
    page = world.community(
        site.index, "<script>alert(1)</script>", slug="x", latitude="57.1", longitude="26.4"
    )
    assert "<script>" not in drawn(page)


def test_there_is_no_style_and_no_script_in_it(found, people):
    show(found, people)
    html = drawn(found.tirza, found.tirza.translation_key)
    assert not re.search(r"\s(style|on\w+)=|<style|<script", html)


def test_shown_boundaries_take_the_place_of_dots_and_credit_stands_below(found, people):
    show(found, people, credit="Valsts <zemes> dienests")
    html = drawn(found.tirza, found.tirza.translation_key)
    assert html.count("Valsts &lt;zemes&gt; dienests") == 1
    assert list(links(html)) == ["Lejasciems", "Līgo", "Tirza"]
    assert html.count('tabindex="-1" aria-hidden="true"') == 2
    assert 'class="map__seams"' in html


def test_boundaries_that_are_not_shown_change_nothing(found, people):
    before = drawn(found.tirza)
    add_boundaries(
        rings={found.tirza.translation_key: [neighbours()[0]]},
        credit="",
        user=people.editor,
        now=timezone.now(),
    )
    assert drawn(found.tirza) == before


def test_boundaries_of_communities_that_are_gone_are_passed_over(found, people):
    BoundarySet.objects.create(
        rings={str(uuid4()): [neighbours()[0]]}, is_shown=True, added_at=timezone.now()
    )
    assert 'class="map__seams"' not in drawn(found.tirza)


def test_words_without_room_are_there_for_those_who_point_at_the_place():
    crowd = tuple(replace(card, key=UUID(int=number)) for number, card in enumerate(fourteen() * 5))
    sheet = sheet_of(crowd, None)
    html = render_to_string("communities/map.html", map_context(sheet, sheet.pieces))
    assert "map__unseen" in html
    assert html.count("Jaungulbene<") >= 5


def test_the_map_is_light():
    sheet = sheet_of(fourteen(), None)
    html = render_to_string(
        "communities/map.html", map_context(sheet, sheet.pieces_from(sheet.cards[13].key))
    )
    assert len(html) < 7_000
    assert len(compress(html.encode())) < 2_500


def test_the_map_is_light_with_boundaries_as_detailed_as_they_may_be():
    # Rows of areas, with so many points that all of the map's are taken.
    areas = [feature(card.title, [area]) for card, area in zip(fourteen(), rows(14), strict=True)]
    names = {card.title: card.key for card in fourteen()}
    rings = read_boundaries(file_of(*areas), names).rings
    boundaries = BoundarySet(rings={str(key): each for key, each in rings.items()})
    sheet = sheet_of(fourteen(), boundaries)
    html = render_to_string("communities/map.html", map_context(sheet, sheet.pieces))
    assert sum(len(ring) for each in rings.values() for ring in each) > 600
    assert len(html) < 14_000
    assert len(compress(html.encode())) < 6_000


def test_a_numbered_map_says_how_much_is_where_and_leads_there():
    sheet = sheet_of(fourteen(), None, is_numbered=True)
    numbers = {card.key: number for number, card in enumerate(sheet.cards)}
    leads = {key: Lead(f"?a={number}&b", 100 * number) for key, number in numbers.items()}
    led = sheet.led(leads, here=sheet.cards[1].key)
    html = render_to_string("communities/map.html", map_context(led, led.pieces))
    assert html.count('rel="nofollow"') == 14
    assert html.count('href="?a=1&amp;b" rel="nofollow" aria-current="page"') == 1
    assert re.findall(r'map__number">([^<]*)<', "".join(led.pieces[0].link)) == [""] * _words(led)
    assert html.count(" 99+</tspan>") >= 13
    assert all(spot.narrow and spot.wide for spot in sheet.drawing.spots)
    assert len(compress(html.encode())) < 2_800


def _words(sheet) -> int:
    """How often the first community is named."""
    return str(sheet.pieces[0].link).count("</text>")


@pytest.mark.parametrize("has_boundaries", [False, True])
def test_it_asks_as_often_for_140_communities_as_for_14(
    found, people, django_assert_max_num_queries, has_boundaries
):
    if has_boundaries:
        show(found, people)
    with django_assert_max_num_queries(20) as before:
        drawn(found.tirza)
    add_copies(found.ligo, 126)
    with django_assert_max_num_queries(len(before)):
        assert drawn(found.tirza).count("aria-current") == 0


def test_letters_and_wools_of_the_style_sheet_are_those_of_the_drawing():
    css = STYLES.read_text(encoding="utf-8")
    sizes = [int(size) for size in re.findall(r"font-size: (\d+)px", css)]
    assert sizes[0] == NARROW_LETTER
    assert sizes[-1] == WIDE_LETTER
    assert sizes == sorted(sizes, reverse=True)
    for name, pair in PAIRS.items():
        light, dark = pair.light.weft, pair.dark.weft
        assert f".map__place--{name} {{ --wool: {light}; }}" in css
        assert f".map__place--{name} {{ --wool: light-dark({light}, {dark}); }}" in css
