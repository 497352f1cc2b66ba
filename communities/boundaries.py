"""Boundaries of the communities from an uploaded GeoJSON file (RFC 7946).

Pure: bytes in, rings of degrees (WGS 84) out; a fault is a ValidationError that says what to do.
"""

import json
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.latvian import fold

MAX_BYTES = 2 * 1024 * 1024
MAX_POINTS = 200_000
MAX_POINTS_A_PLACE = 400
# Latvia with a margin: longitude, then latitude, in degrees.
WEST, SOUTH, EAST, NORTH = 20.5, 55.5, 28.5, 58.3
NAME_PROPERTIES = ("name", "L1_name", "NAME", "nosaukums", "name_lv")

Ring = list[tuple[float, float]]


def read_boundaries(content: bytes, names: dict[str, str]) -> dict[str, list[Ring]]:
    """The outlines of the communities by key; `names` gives the key of each community's name.

    Raises ValidationError for what is no plausible boundary file of these very communities.
    """
    if len(content) > MAX_BYTES:
        raise ValidationError(
            _("This file is too large: the most that can be taken is %(limit)s MB."),
            code="too_large",
            params={"limit": MAX_BYTES // 1024 // 1024},
        )
    features = _features(content)
    known = {fold(name): key for name, key in names.items()}
    found: dict[str, list[Ring]] = {}
    points = 0
    for feature in features:
        key = known.get(fold(_name(feature)))
        if key is None:
            continue
        rings = _rings(feature.get("geometry"))
        points += sum(map(len, rings))
        if points > MAX_POINTS:
            raise ValidationError(
                _("These boundaries are too detailed. Please simplify them and try again."),
                code="too_detailed",
            )
        found[key] = found.get(key, []) + rings
    _refuse_missing(names, found)
    return {key: _simplified(rings) for key, rings in found.items()}


def _features(content: bytes) -> list[dict]:
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        data = None
    features = data.get("features") if isinstance(data, dict) else None
    is_collection = isinstance(features, list) and data.get("type") == "FeatureCollection"
    if not is_collection or not all(isinstance(feature, dict) for feature in features):
        raise ValidationError(
            _(
                "This is not a GeoJSON file with a collection of areas. "
                "Please export it as GeoJSON."
            ),
            code="not_geojson",
        )
    return features


def _name(feature: dict) -> str:
    properties = feature.get("properties")
    if not isinstance(properties, dict):
        return ""
    values = (properties.get(name) for name in NAME_PROPERTIES)
    return next((value.strip() for value in values if isinstance(value, str)), "")


def _rings(geometry) -> list[Ring]:
    """The outer rings of a polygon or several; holes are left out."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    coordinates = geometry.get("coordinates") if kind else None
    if kind == "Polygon":
        coordinates = [coordinates]
    elif kind != "MultiPolygon":
        raise ValidationError(
            _("A boundary has to be an area (Polygon or MultiPolygon)."), code="geometry"
        )
    try:
        rings = [[_point(point) for point in polygon[0]] for polygon in coordinates]
    except (TypeError, IndexError, KeyError):
        rings = []
    # A closed ring has four points at least, the last of them the first again.
    if not rings or any(len(ring) < 4 for ring in rings):
        raise ValidationError(
            _("A boundary in this file is damaged. Please export it again."), code="damaged"
        )
    return rings


def _point(point) -> tuple[float, float]:
    longitude, latitude = point[0], point[1]
    if isinstance(longitude, bool) or not isinstance(longitude, int | float):
        raise TypeError
    if not (WEST <= longitude <= EAST and SOUTH <= latitude <= NORTH):
        raise ValidationError(
            _("These boundaries lie outside Latvia. Coordinates have to be degrees (WGS 84)."),
            code="elsewhere",
        )
    return float(longitude), float(latitude)


def _refuse_missing(names: dict[str, str], found: Iterable[str]):
    missing = sorted(name for name, key in names.items() if key not in found)
    if missing:
        raise ValidationError(
            _("These communities are not in the file under their names: %(names)s."),
            code="missing",
            params={"names": ", ".join(missing)},
        )


def _simplified(rings: list[Ring]) -> list[Ring]:
    """The rings with as few points as the map needs, the largest first."""
    tolerance = 0.0004
    rings = sorted(rings, key=len, reverse=True)
    while True:
        result = [_douglas_peucker(ring, tolerance) for ring in rings]
        if sum(map(len, result)) <= MAX_POINTS_A_PLACE or tolerance > 0.1:
            return [ring for ring in result if len(ring) >= 4]
        tolerance *= 1.6


def _douglas_peucker(ring: Ring, tolerance: float) -> Ring:
    """The ring without the points that lie within `tolerance` degrees of a straight line."""
    if len(ring) < 5:
        return ring
    kept = {0, len(ring) // 2, len(ring) - 1}
    stack = [(0, len(ring) // 2), (len(ring) // 2, len(ring) - 1)]
    while stack:
        first, last = stack.pop()
        farthest, distance = _farthest(ring, first, last)
        if distance > tolerance:
            kept.add(farthest)
            stack += [(first, farthest), (farthest, last)]
    return [ring[number] for number in sorted(kept)]


def _farthest(ring: Ring, first: int, last: int) -> tuple[int, float]:
    (ax, ay), (bx, by) = ring[first], ring[last]
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
    farthest, distance = first, 0.0
    for number in range(first + 1, last):
        x, y = ring[number]
        if length:
            away = abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
        else:
            away = ((x - ax) ** 2 + (y - ay) ** 2) ** 0.5
        if away > distance:
            farthest, distance = number, away
    return farthest, distance
