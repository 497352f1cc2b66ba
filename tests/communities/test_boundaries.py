import json
from math import cos, pi, sin

import pytest
from django.core.exceptions import ValidationError

from communities.boundaries import MAX_BYTES, MAX_POINTS_A_PLACE, read_boundaries

NAMES = {"Tirzas pagasts": "tirza", "Līgo pagasts": "ligo"}


def ring(longitude, latitude, corners=40):
    """A round boundary of so many corners."""
    turns = [2 * pi * number / corners for number in range(corners)]
    points = [[longitude + cos(turn) / 20, latitude + sin(turn) / 40] for turn in turns]
    return [*points, points[0]]


def feature(name, coordinates, kind="Polygon", label="name"):
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": {label: name}, "geometry": geometry}


def file_of(*features) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def both(**changes) -> bytes:
    """A good file, or one whose first boundary is changed."""
    return file_of(
        {**feature("Tirzas pagasts", [ring(26.4, 57.1)]), **changes},
        feature("LĪGO PAGASTS", [[ring(26.6, 57.0)]], "MultiPolygon", "L1_name"),
        feature("Cita vieta", [ring(24.1, 56.9)]),
    )


def refusal(content: bytes) -> str:
    """The code that a file is refused with."""
    with pytest.raises(ValidationError) as refused:
        read_boundaries(content, NAMES)
    assert refused.value.messages[0]
    return refused.value.code


def test_it_finds_the_communities_by_their_names():
    found = read_boundaries(both(), NAMES)
    assert set(found) == {"tirza", "ligo"}
    assert found["tirza"][0][0] == pytest.approx((26.45, 57.1))


def test_it_keeps_no_more_points_than_the_map_needs():
    detailed = feature("Tirzas pagasts", [ring(26.4, 57.1, corners=9000)])
    found = read_boundaries(file_of(detailed, feature("Līgo pagasts", [ring(26.6, 57.0)])), NAMES)
    assert 4 <= len(found["tirza"][0]) <= MAX_POINTS_A_PLACE


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'{"type": "Feature"}',
        b"<svg><script>alert(1)</script></svg>",
        b"\xff\xfe",
        b'{"type": "FeatureCollection", "features": [1]}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_geojson_is_refused(content):
    assert refusal(content) == "not_geojson"


def test_a_huge_file_is_refused_unread():
    assert refusal(b" " * (MAX_BYTES + 1)) == "too_large"


def test_another_country_is_refused():
    assert refusal(both(geometry=feature("", [ring(2.3, 48.8)])["geometry"])) == "elsewhere"


def test_metres_are_refused():
    metres = {"type": "Polygon", "coordinates": [[[650000, 330000], [650100, 330000]] * 2]}
    assert refusal(both(geometry=metres)) == "elsewhere"


@pytest.mark.parametrize("kind", ["Point", "LineString", "GeometryCollection", None])
def test_what_is_no_area_is_refused(kind):
    assert refusal(both(geometry={"type": kind, "coordinates": [26.4, 57.1]})) == "geometry"


@pytest.mark.parametrize(
    "coordinates", [None, [], [[]], [["<script>"]], [[[True, 57.1]]], [[[26.4]]], "text"]
)
def test_a_damaged_boundary_is_refused(coordinates):
    geometry = {"type": "Polygon", "coordinates": coordinates}
    assert refusal(both(geometry=geometry)) == "damaged"


def test_a_missing_community_is_named():
    with pytest.raises(ValidationError, match="Līgo pagasts"):
        read_boundaries(file_of(feature("Tirzas pagasts", [ring(26.4, 57.1)])), NAMES)
