"""The map of the communities, as pure geometry: degrees (WGS 84) in, units of the drawing out."""

from communities.map.drawing import DOT, NUMBERED_STRETCH, STRETCH, Drawing, Place, Spot, draw
from communities.map.lettering import Label

__all__ = ["DOT", "NUMBERED_STRETCH", "STRETCH", "Drawing", "Label", "Place", "Spot", "draw"]
