"""A land of the tests' own: areas with wavy borders, and files that hold them."""

import json
from math import cos, pi, sin

NAMES = {"Tirzas pagasts": "tirza", "Līgo pagasts": "ligo"}


def wave(latitudes, longitude):
    """A border from south to north that nobody would mistake for a straight line."""
    return [[longitude + sin(latitude * 90) / 60, latitude] for latitude in latitudes]


def ring(longitude, latitude, corners=40):
    """A round boundary of so many corners."""
    turns = [2 * pi * number / corners for number in range(corners)]
    points = [[longitude + cos(turn) / 20, latitude + sin(turn) / 40] for turn in turns]
    return [*points, points[0]]


def neighbours(corners=200):
    """Two areas side by side, the western first, with the same border between them."""
    latitudes = [57 + number / corners / 5 for number in range(corners + 1)]
    west, border, east = (wave(latitudes, longitude) for longitude in (26.1, 26.4, 26.8))
    return [*border, *west[::-1], border[0]], [*border, *east[::-1], border[0]]


def rows(number, corners=400):
    """So many areas from west to east, each with the same border as the next."""
    latitudes = [57 + corner / corners / 3 for corner in range(corners + 1)]
    borders = [wave(latitudes, 26 + place / 14) for place in range(number + 1)]
    return [[*west, *east[::-1], west[0]] for west, east in zip(borders, borders[1:], strict=False)]


def feature(name, coordinates, kind="Polygon", label="name"):
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": {label: name}, "geometry": geometry}


def file_of(*features) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def both(**changes) -> bytes:
    """A good file, or one whose first boundary is changed."""
    west, east = neighbours()
    return file_of(
        {**feature("Tirzas pagasts", [west]), **changes},
        feature("LĪGO PAGASTS", [[east]], "MultiPolygon", "L1_name"),
        feature("Cita vieta", [ring(24.1, 56.9)]),
    )
