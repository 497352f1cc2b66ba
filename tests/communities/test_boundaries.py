import json
import time

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from communities.boundaries import MAX_BYTES, POINTS_A_PLACE, read_boundaries
from tests.communities.land import NAMES, both, feature, file_of, neighbours, ring

HOSTILE = "<script>alert(1)</script>"


def refusal(content: bytes, names=NAMES) -> str:
    """The code that a file is refused with."""
    with pytest.raises(ValidationError) as refused:
        read_boundaries(content, names)
    assert refused.value.messages[0]
    return refused.value.code


def points_of(rings) -> set:
    return {point for ring in rings for point in ring}


def test_it_finds_the_communities_by_their_names():
    found = read_boundaries(both(), NAMES)
    assert set(found.rings) == {"tirza", "ligo"}
    assert found.strangers == ("Cita vieta",)


@pytest.mark.parametrize(
    "name", ["tirzas PAGASTS", "Tirzas pag.", "Tirzas  pagasta", "TIRZA", "Tirza Parish", " Tirza "]
)
def test_a_name_may_be_written_in_many_ways(name):
    names = {"Tirzas pagasts": "tirza", "Tirza": "tirza", "Līgo pagasts": "ligo"}
    assert set(read_boundaries(file_of(feature(name, [ring(26.4, 57.1)])), names).rings) == {
        "tirza"
    }


def test_a_town_is_not_taken_for_the_parish_or_the_municipality_of_its_name():
    names = {"Gulbene": "town", "Gulbenes pilsēta": "town", "Gulbenes pagasts": "parish"}
    # Of these the last may be either.
    areas = ("Gulbene", "Gulbenes novads", "Gulbenes")
    found = read_boundaries(file_of(*(feature(name, [ring(26.7, 57.2)]) for name in areas)), names)
    assert set(found.rings) == {"town"}
    assert found.strangers == ("Gulbenes novads", "Gulbenes")


def test_pieces_of_one_name_belong_together():
    content = file_of(feature("Tirza", [ring(26.4, 57.1)]), feature("Tirza", [ring(26.7, 57.0)]))
    assert len(read_boundaries(content, {"Tirza": "tirza"}).rings["tirza"]) == 2


def test_a_hole_stays_a_hole_and_a_crumb_is_left_out():
    around, hole = ring(26.4, 57.1), [[x / 2 + 13.2, y / 2 + 28.55] for x, y in ring(26.4, 57.1)]
    crumb = [[x / 50 + 26, y / 50 + 56] for x, y in ring(26.4, 57.1)]
    content = file_of(feature("Tirza", [[around, hole], [crumb]], "MultiPolygon"))
    assert len(read_boundaries(content, {"Tirza": "tirza"}).rings["tirza"]) == 2


def test_it_keeps_no_more_points_than_the_map_needs():
    west, east = neighbours(corners=5000)
    found = read_boundaries(
        file_of(feature("Tirzas pagasts", [west]), feature("Līgo pagasts", [east])), NAMES
    )
    together = points_of(found.rings["tirza"]) | points_of(found.rings["ligo"])
    assert 20 < len(together) <= POINTS_A_PLACE * 2 + 2


def test_neighbours_still_meet():
    found = read_boundaries(both(), NAMES)
    border = points_of(found.rings["tirza"]) & points_of(found.rings["ligo"])
    assert len(border) > 10
    edges = [
        {frozenset(pair) for pair in zip(ring, ring[1:], strict=False)}
        for ring in (found.rings["tirza"][0], found.rings["ligo"][0])
    ]
    assert len(edges[0] & edges[1]) == len(border) - 1


def test_every_ring_is_closed_and_made_of_numbers_alone():
    found = read_boundaries(both(), NAMES)
    for rings in found.rings.values():
        for each in rings:
            assert each[0] == each[-1]
            assert all(type(number) is float for point in each for number in point)


def test_a_file_may_begin_with_a_mark_of_its_encoding():
    assert read_boundaries(b"\xef\xbb\xbf" + both(), NAMES).rings


def test_a_ring_may_be_left_open():
    closed = [[26.4, 57.1], [26.5, 57.1], [26.5, 57.2], [26.4, 57.2], [26.4, 57.1]]
    contents = [file_of(feature("Tirza", [each])) for each in (closed, closed[:-1])]
    one, other = (read_boundaries(content, {"Tirza": "tirza"}) for content in contents)
    assert one == other


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"type": "Feature"}',
        b"<svg><script>alert(1)</script></svg>",
        b"\xff\xfe",
        b"PK\x03\x04",
        b'{"type": "FeatureCollection", "features": [1]}',
        b'{"type": "FeatureCollection", "features": {}}',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"type": "FeatureCollection", "features": [' + b"9" * 5000 + b"]}",
    ],
)
def test_what_is_no_geojson_is_refused(content):
    assert refusal(content) == "not_geojson"


@pytest.mark.parametrize("number", [b"NaN", b"Infinity", b"-Infinity"])
def test_what_json_does_not_know_is_refused(number):
    assert refusal(both().replace(b"57.0]", number + b"]", 1)) == "not_geojson"


def test_a_number_without_end_is_refused():
    assert refusal(both().replace(b"57.0]", b"1e999]", 1)) == "damaged"


def test_a_huge_file_is_refused_unread():
    assert refusal(b" " * (MAX_BYTES + 1)) == "too_large"


def test_another_country_is_refused():
    assert refusal(both(geometry=feature("", [ring(2.3, 48.8)])["geometry"])) == "elsewhere"


def test_a_number_beyond_all_measure_is_refused():
    assert refusal(both().replace(b"57.0]", b"1" + b"0" * 400 + b"]", 1)) == "elsewhere"


def test_latitude_before_longitude_is_told():
    swapped = [[y, x] for x, y in ring(26.4, 57.1)]
    assert refusal(both(geometry=feature("", [swapped])["geometry"])) == "swapped"


@pytest.mark.parametrize("point", [[650_000, 330_000], [330_000, 650_000]])
def test_metres_of_the_latvian_grid_are_told(point):
    metres = feature("", [[point, [point[0] + 9, point[1]], [point[0], point[1] + 9], point]])
    assert refusal(both(geometry=metres["geometry"])) == "metres"


@pytest.mark.parametrize("kind", ["Point", "LineString", "GeometryCollection", HOSTILE, 1, None])
def test_what_is_no_area_is_refused(kind):
    assert refusal(both(geometry={"type": kind, "coordinates": [26.4, 57.1]})) == "geometry"


@pytest.mark.parametrize("geometry", [None, [], "Polygon", {}])
def test_no_geometry_is_refused(geometry):
    assert refusal(both(geometry=geometry)) == "geometry"


@pytest.mark.parametrize(
    "coordinates",
    [
        None,
        [],
        [[]],
        {},
        [{}],
        "text",
        [[[HOSTILE]]],
        [[[True, 57.1]] * 4],
        [[[26.4]] * 4],
        [[["26.4", "57.1"]] * 4],
        [[[26.4, 57.1]] * 4],
        [[[26.4, 57.1], [26.5, 57.2], [26.4, 57.1]]],
    ],
)
def test_a_damaged_boundary_is_refused(coordinates):
    geometry = {"type": "Polygon", "coordinates": coordinates}
    assert refusal(both(geometry=geometry)) == "damaged"


def test_a_refusal_names_the_community_and_no_word_of_the_file():
    with pytest.raises(ValidationError, match="Tirzas pagasts") as refused:
        read_boundaries(both(geometry={"type": HOSTILE}), NAMES)
    assert HOSTILE not in str(refused.value)


def test_too_many_points_are_refused(monkeypatch):
    monkeypatch.setattr("communities.boundaries.MAX_POINTS", 300)
    assert refusal(both()) == "too_detailed"


def test_a_file_without_names_is_told_what_it_lacks():
    assert refusal(file_of(feature("Tirza", [ring(26.4, 57.1)], label="id"))) == "unnamed"
    assert refusal(file_of({"type": "Feature", "properties": None})) == "unnamed"


def test_a_file_without_any_of_the_communities_is_told_their_names():
    with pytest.raises(ValidationError, match="Līgo pagasts, Tirzas pagasts") as refused:
        read_boundaries(file_of(feature(HOSTILE, [ring(26.4, 57.1)])), NAMES)
    assert refused.value.code == "missing"


def test_faults_are_told_in_the_language_of_the_person():
    with translation.override("lv"), pytest.raises(ValidationError) as refused:
        read_boundaries(b"", NAMES)
    with translation.override("lv"):
        latvian = refused.value.messages
    with translation.override("en"):
        assert refused.value.messages != latvian


def test_even_the_most_detailed_file_is_read_within_seconds():
    # A comb is the worst for a simplifier that looks for the farthest point.
    teeth = [[26 + n / 40_000, 57.1 + n % 2 / 10] for n in range(40_000)]
    comb = [*teeth, [27, 57], [26, 57], teeth[0]]
    content = json.dumps(
        {"type": "FeatureCollection", "features": [feature("Tirza", [comb])]},
        separators=(",", ":"),
    ).encode()
    assert len(content) < MAX_BYTES
    begun = time.process_time()
    read_boundaries(content, {"Tirza": "tirza"})
    assert time.process_time() - begun < 10
