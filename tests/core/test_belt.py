import gzip
import hashlib
import itertools
import json
import re
import unicodedata
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from core.belt import Belt, band_svg, belt, belt_svg, mark_svg
from core.belt.motifs import ANSWERING, CORNERS, LEADING, MOTIFS, REACH, RESTING, SIDE
from core.belt.pattern import BAND_WIDTH, DIVIDERS, EDGE, GROUND, PITCH, TEETH, WEFT
from core.belt.wools import PAIRS

DATA = Path(__file__).resolve().parents[2] / "demo" / "data" / "communities.json"
NAMES = [community["name"]["lv"] for community in json.loads(DATA.read_text(encoding="utf-8"))]
SVG = "{http://www.w3.org/2000/svg}"

# Presentation attributes, geometry and nothing else: no style, no script, no text.
ELEMENTS = {"svg", "g", "path", "use"}
ATTRIBUTES = {"width", "height", "viewBox", "preserveAspectRatio", "shape-rendering"} | {
    "aria-hidden",
    "fill",
    "stroke",
    "d",
    "id",
    "href",
    "x",
    "transform",
}

names = st.text(max_size=500) | st.sampled_from(["", "🙂", "ņ" * 500, "\ud800", '"><script>'])
resting = st.sampled_from(sorted(RESTING))
orders = st.tuples(
    st.sampled_from(sorted(LEADING)), resting, st.sampled_from(sorted(ANSWERING)), resting
).flatmap(lambda four: st.sampled_from([(*four[:3], four[1]), (*four, four[2], four[1])]))
belts = st.builds(
    Belt,
    motifs=orders,
    pair=st.sampled_from(sorted(PAIRS)),
    corners=st.sampled_from(sorted(CORNERS)),
    divider=st.sampled_from(sorted(DIVIDERS)),
    teeth=st.sampled_from(sorted(TEETH)),
)
themes = pytest.mark.parametrize("theme", ["light", "dark"])


def woven(motif, corners):
    """The cells of a motif, taken from the middle of a belt of nothing else."""
    belt = Belt((motif,) * 4, "pine", corners, "dotted", "comb")
    middle, margin = belt.width // 2, (belt.height - SIDE) // 2
    rows = belt.rows()[margin : margin + SIDE]
    return [row[middle - REACH : middle + REACH + 1] for row in rows]


def busiest(choices, corners):
    """The motifs of a kind, those with the most runs of weft first: they cost the most bytes."""
    return sorted(
        choices, key=lambda motif: -len(re.findall("#+", "\n".join(woven(motif, corners))))
    )


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def cells_of(path):
    """The cells that a path of horizontal strokes covers, as (column, row)."""
    cells, x, y = set(), 0, 0
    for kind, move, down, length in re.findall(r"([Mm])(-?\d+) (-?\d+)(?:\.5)?h(\d+)", path):
        x, y = (int(move), int(down)) if kind == "M" else (x + int(move), y + int(down))
        cells |= {(column, y) for column in range(x, x + int(length))}
        x += int(length)
    return cells


@given(names)
def test_a_name_keeps_its_belt_in_every_encoding_and_case(name):
    assert belt(name) == belt(name)
    for form in ("NFC", "NFD"):
        assert belt(unicodedata.normalize(form, name)) == belt(name)
    assert belt(f"  {name.casefold()}\n") == belt(name)


def test_the_fourteen_belts_stay_as_they_are():
    # Printed sheets and shared pictures show them; whoever changes this digest changes them all.
    drawn = "\n".join(line for name in NAMES for line in (belt(name).pair, *belt(name).rows()))
    assert hashlib.sha256(drawn.encode()).hexdigest()[:16] == "c8ad384820799d87"


@pytest.mark.parametrize("motif", MOTIFS)
@pytest.mark.parametrize("corners", CORNERS)
def test_every_motif_mirrors_itself_both_ways(motif, corners):
    rows = woven(motif, corners)
    assert rows == rows[::-1]
    assert rows == [row[::-1] for row in rows]


def test_no_two_motifs_are_alike():
    assert len({tuple(woven(motif, "open")) for motif in MOTIFS}) == len(MOTIFS)


@given(belts)
def test_a_band_mirrors_itself_about_its_leading_motif(belt):
    rows = belt.rows()
    assert rows == rows[::-1]
    assert all(row[1:] == row[:0:-1] for row in rows)
    assert {len(row) for row in rows} == {belt.width}
    assert len(rows) == belt.height


@given(belts)
def test_a_motif_that_crosses_the_seam_of_two_tiles_is_whole(belt):
    rows = [row[-REACH:] + row[: REACH + 1] for row in belt.rows()]
    margin = (belt.height - SIDE) // 2
    assert rows[margin : margin + SIDE] == woven(belt.motifs[len(belt.motifs) // 2], belt.corners)


@given(belts)
def test_the_svg_covers_exactly_the_woven_cells(belt):
    paths = fromstring(belt_svg(belt)).findall(f"{SVG}g/{SVG}path")
    for path, wool in zip(paths, (WEFT, EDGE), strict=True):
        expected = {
            (x, y)
            for y, row in enumerate(belt.rows())
            for x, cell in enumerate(row)
            if cell == wool
        }
        assert cells_of(path.get("d")) == expected


@pytest.mark.parametrize("corners", CORNERS)
@pytest.mark.parametrize("teeth", TEETH)
def test_the_busiest_band_is_a_small_file(corners, teeth):
    leading, answering = busiest(LEADING, corners)[0], busiest(ANSWERING, corners)[0]
    first, second = busiest(RESTING, corners)[:2]
    order = (leading, first, answering, second, answering, first)
    drawn = band_svg(Belt(order, "pine", corners, "dotted", teeth)).encode()
    assert len(drawn) <= 6 * 1024
    assert len(gzip.compress(drawn, mtime=0)) <= 2 * 1024


@themes
@given(names)
def test_a_mark_is_a_small_square(theme, name):
    drawn = mark_svg(name, theme=theme)
    assert len(drawn.encode()) <= 1536
    assert fromstring(drawn).get("viewBox") == "0 0 16 16"


@given(names)
def test_nothing_of_a_name_gets_into_the_drawing(name):
    for drawn in (band_svg(belt(name)), mark_svg(name)):
        tree = fromstring(drawn)
        assert {element.tag.removeprefix(SVG) for element in tree.iter()} <= ELEMENTS
        assert "".join(tree.itertext()).strip() == ""
        assert {key for element in tree.iter() for key in element.attrib} <= ATTRIBUTES
        assert {copy.get("href") for copy in tree.findall(f"{SVG}use")} <= {"#period"}


def test_a_single_period_may_stand_in_a_page_twice():
    assert " id=" not in belt_svg(belt("Gulbene")) + mark_svg("Gulbene")


@given(belts)
def test_a_band_covers_a_wide_window_with_a_leading_motif_in_its_middle(belt):
    tree = fromstring(band_svg(belt))
    places = [0, *(int(copy.get("x")) for copy in tree.findall(f"{SVG}use"))]
    width = belt.width * len(places)
    assert places == list(range(0, width, belt.width))
    assert tree.get("viewBox") == f"0 0 {width} {belt.height}"
    assert width >= BAND_WIDTH
    assert len(places) % 2 == 1


@pytest.mark.parametrize("repeats", [-1, 0, 1000])
def test_an_empty_or_endless_band_is_refused(repeats):
    with pytest.raises(ValueError, match="at least one period"):
        belt_svg(belt("Gulbene"), repeats=repeats)


@themes
@pytest.mark.parametrize("pair", PAIRS)
def test_both_wools_stand_out_from_their_ground(pair, theme):
    tones = PAIRS[pair].tones(theme)
    assert contrast(tones.ground, tones.weft) >= 3
    assert contrast(tones.ground, tones.edge) >= 3


@pytest.mark.parametrize("pair", PAIRS)
def test_a_dark_page_gets_dark_cloth(pair):
    assert luminance(PAIRS[pair].dark.ground) < 0.03 < luminance(PAIRS[pair].dark.weft) < 0.35


def test_each_pair_of_wools_is_worn_by_two_of_the_fourteen_communities():
    worn = sorted(belt(name).pair for name in NAMES)
    assert worn == sorted([*PAIRS, *PAIRS])


def test_communities_in_the_same_wools_share_no_main_motif():
    for one, other in itertools.combinations(map(belt, NAMES), 2):
        shared = {one.motifs[0], one.motifs[2]} & {other.motifs[0], other.motifs[2]}
        assert one.pair != other.pair or not shared


def test_no_two_of_the_fourteen_weaves_are_alike_even_without_colour():
    width = PITCH * 12
    weaves = ["".join(row * (width // len(row)) for row in belt(name).rows()) for name in NAMES]
    for one, other in itertools.combinations(weaves, 2):
        cells = [(a, b) for a, b in zip(one, other, strict=True) if a != GROUND or b != GROUND]
        assert sum(a != b for a, b in cells) >= 0.25 * len(cells)


def test_the_fourteen_marks_are_told_apart():
    assert len({mark_svg(name) for name in NAMES}) == len(NAMES)
