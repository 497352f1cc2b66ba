"""The map of the communities, as pure geometry: degrees (WGS 84) in, units of the drawing out."""

from communities.map.drawing import DOT, NUMBERED_STRETCH, STRETCH, Drawing, Place, Spot, draw
from communities.map.lettering import Label
from communities.map.route import Route, Stop, draw_route

__all__ = [
    "DOT",
    "NUMBERED_STRETCH",
    "STRETCH",
    "Drawing",
    "Label",
    "Place",
    "Route",
    "Spot",
    "Stop",
    "draw",
    "draw_route",
]
