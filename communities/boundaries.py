"""Boundaries of the communities from an uploaded GeoJSON file (RFC 7946).

Pure: bytes in, rings of degrees (WGS 84) out; a fault is a ValidationError that says what to do.
"""

import json
from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass
from math import isfinite

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from communities.map.arcs import mesh_of, simplify
from core.latvian import fold

MAX_BYTES = 2 * 1024 * 1024
MAX_POINTS = 200_000
# How many points the map needs for each community; the borders have them together.
POINTS_A_PLACE = 45
# What is smaller than this part of the whole cannot be seen on the map.
TOO_SMALL = 1 / 500_000
# Areas of a community that are smaller than this part of its largest are left out.
CRUMB = 1 / 400

# Latvia with a margin, in degrees, and in the metres of its own grid (LKS-92 TM, EPSG:3059).
LONGITUDES, LATITUDES = (20.5, 28.5), (55.5, 58.3)
EASTINGS, NORTHINGS = (290_000, 790_000), (150_000, 460_000)

NAME_PROPERTIES = ("name", "nosaukums", "l1_name", "name_lv", "name:lv", "pagasts", "title")
# Words that say what kind of place it is; files have them in one case or another, or not at all.
KINDS = frozenset(
    ("pagasts", "pagasta", "pag", "pilseta", "pilsetas", "parish", "town", "city", "of")
)

Ring = list[tuple[float, float]]


@dataclass(frozen=True)
class Reading:
    """What a file holds: rings by community, and the names of areas that are no community."""

    rings: dict[Hashable, list[Ring]]
    strangers: tuple[str, ...]


def read_boundaries(content: bytes, names: dict[str, Hashable]) -> Reading:
    """The outlines of the communities; `names` gives the key of each name that one goes by.

    Raises ValidationError for what is no plausible boundary file of any of these communities.
    """
    if len(content) > MAX_BYTES:
        raise _too_large()
    matched, strangers = _matched(_features(content), names)
    titles, areas, points = _titles(names), {}, 0
    for key, geometries in matched.items():
        areas[key] = [ring for each in geometries for ring in _rings(each, titles[key])]
        points += sum(map(len, areas[key]))
        if points > MAX_POINTS:
            raise ValidationError(
                _("These boundaries are too detailed. Please simplify them and try again."),
                code="too_detailed",
            )
    return Reading(_simplified(areas), strangers)


def _too_large() -> ValidationError:
    return ValidationError(
        _("This file is too large: the most that can be taken is %(limit)s MB."),
        code="too_large",
        params={"limit": MAX_BYTES // 1024 // 1024},
    )


def _features(content: bytes) -> list[dict]:
    try:
        data = json.loads(content, parse_constant=_refuse_constant)
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


def _refuse_constant(word: str):
    # Python reads NaN and Infinity, which JSON does not know.
    raise ValueError(word)


def _matched(features: list[dict], names) -> tuple[dict[Hashable, list], tuple[str, ...]]:
    """The geometries of each community, and the names that are nobody's."""
    exact = {fold(name).strip(): key for name, key in names.items()}
    loose = _loose(names)
    matched, strangers, is_named = defaultdict(list), {}, False
    for feature in features:
        name = _name(feature)
        is_named = is_named or bool(name)
        key = exact.get(fold(name).strip()) or loose.get(_bare(name))
        if key is not None:
            matched[key].append(feature.get("geometry"))
        elif name:
            strangers[name] = True
    if not matched:
        raise _no_match(names, is_named)
    return matched, tuple(strangers)


def _name(feature: dict) -> str:
    properties = feature.get("properties")
    if not isinstance(properties, dict):
        return ""
    values = {key.lower(): value for key, value in properties.items() if isinstance(value, str)}
    found = (values.get(name, "").strip() for name in NAME_PROPERTIES)
    return next((name for name in found if name), "")


def _bare(name: str) -> str:
    """The name without the word for its kind, as letters and single spaces."""
    words = "".join(char if char.isalnum() else " " for char in fold(name)).split()
    return " ".join(word for word in words if word not in KINDS)


def _loose(names: dict[str, Hashable]) -> dict[str, Hashable]:
    """Bare names and whose they are, without those that are of more than one community."""
    owners = defaultdict(set)
    for name, key in names.items():
        owners[_bare(name)].add(key)
    return {name: next(iter(keys)) for name, keys in owners.items() if name and len(keys) == 1}


def _titles(names: dict[str, Hashable]) -> dict[Hashable, str]:
    """The first name of each."""
    return {key: name for name, key in reversed(names.items())}


def _no_match(names: dict[str, Hashable], is_named: bool) -> ValidationError:
    if not is_named:
        return ValidationError(
            _(
                "The areas in this file have no names. Each needs a property “name” or "
                "“nosaukums” with the name of its community."
            ),
            code="unnamed",
        )
    return ValidationError(
        _("None of the communities is in this file. It should name them so: %(names)s."),
        code="missing",
        params={"names": _some(sorted(_titles(names).values()))},
    )


def _some(names: list[str]) -> str:
    """The first names, and a sign that there are more."""
    return ", ".join([*names[:5], *(["…"] if len(names) > 5 else [])])


def _rings(geometry, name: str) -> list[Ring]:
    """All rings of a polygon or of several: outlines and holes."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    coordinates = geometry.get("coordinates") if kind else None
    if kind == "Polygon":
        coordinates = [coordinates]
    elif kind != "MultiPolygon":
        raise ValidationError(
            _("“%(name)s” in this file is not an area (Polygon or MultiPolygon)."),
            code="geometry",
            params={"name": name},
        )
    try:
        rings = [[_point(point) for point in ring] for polygon in coordinates for ring in polygon]
    except (TypeError, IndexError, KeyError):
        rings = []
    rings = [ring if ring[:1] == ring[-1:] else [*ring, ring[0]] for ring in rings]
    # A closed ring has four points at least, the last of them the first again.
    if not rings or any(len(ring) < 4 or not _area(ring) for ring in rings):
        raise _damaged(name)
    return rings


def _damaged(name: str) -> ValidationError:
    return ValidationError(
        _("The boundary of “%(name)s” in this file is damaged. Please export it again."),
        code="damaged",
        params={"name": name},
    )


def _point(point) -> tuple[float, float]:
    """The point, to about a metre."""
    longitude, latitude = point[0], point[1]
    for number in (longitude, latitude):
        if isinstance(number, bool) or not isinstance(number, int | float):
            raise TypeError
        if isinstance(number, float) and not isfinite(number):
            raise TypeError
    if not (_is_in(longitude, LONGITUDES) and _is_in(latitude, LATITUDES)):
        raise _elsewhere(longitude, latitude)
    return round(float(longitude), 5), round(float(latitude), 5)


def _is_in(number: float, limits: tuple[float, float]) -> bool:
    return limits[0] <= number <= limits[1]


def _elsewhere(x: float, y: float) -> ValidationError:
    """Why a point is not in Latvia, if that can be told."""
    if _is_in(x, LATITUDES) and _is_in(y, LONGITUDES):
        return ValidationError(
            _(
                "The coordinates in this file are the wrong way round: latitude stands first. "
                "GeoJSON wants longitude, then latitude. Please export it again."
            ),
            code="swapped",
        )
    pairs = ((x, y), (y, x))
    if any(_is_in(east, EASTINGS) and _is_in(north, NORTHINGS) for east, north in pairs):
        return ValidationError(
            _(
                "The coordinates in this file are metres of the Latvian grid (LKS-92, EPSG:3059). "
                "Please export it in degrees (WGS 84, EPSG:4326)."
            ),
            code="metres",
        )
    return ValidationError(
        _("These boundaries lie outside Latvia. Coordinates have to be degrees (WGS 84)."),
        code="elsewhere",
    )


def _area(ring: Ring) -> float:
    """The area within a closed ring, in square degrees."""
    x, y = ring[0]
    # From its first corner, because the difference of two large products is not exact.
    moved = [(a - x, b - y) for a, b in ring]
    return abs(sum(a * d - c * b for (a, b), (c, d) in zip(moved, moved[1:], strict=False)) / 2)


def _simplified(areas: dict[Hashable, list[Ring]]) -> dict[Hashable, list[Ring]]:
    """The areas with as few points as the map needs; neighbours who met still meet."""
    kept = {key: _without_crumbs(rings) for key, rings in areas.items()}
    owners = [(key, ring) for key, rings in kept.items() for ring in rings]
    mesh = mesh_of([ring for _key, ring in owners])
    xs, ys = zip(*(point for _key, ring in owners for point in ring), strict=True)
    whole = (max(xs) - min(xs)) * (max(ys) - min(ys))
    mesh.arcs = simplify(mesh.arcs, POINTS_A_PLACE * len(areas), whole * TOO_SMALL)
    result = {key: [] for key in areas}
    for (key, _ring), ring in zip(owners, mesh.joined(), strict=True):
        result[key].append([tuple(point) for point in ring])
    return result


def _without_crumbs(rings: list[Ring]) -> list[Ring]:
    sizes = [_area(ring) for ring in rings]
    return [ring for ring, size in zip(rings, sizes, strict=True) if size >= max(sizes) * CRUMB]
