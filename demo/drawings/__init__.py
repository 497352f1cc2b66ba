"""Pictures that stand where a photo of a village's news would stand."""

from demo.drawings.chance import Chance
from demo.drawings.inks import inks_of
from demo.drawings.scenes import (
    bonfire,
    bridge,
    church,
    field,
    forest,
    hall,
    hillfort,
    lake,
    library,
    manor,
    market,
    park,
    playground,
    railway,
    river,
    school,
    snow,
    stage,
    workshop,
)  # fmt: skip
from demo.drawings.sheet import Sheet

WINTER = ("winter", "frost")
# Bright hours stand here twice, for a front page full of evenings would be gloomy.
DAYLIGHT = ("morning", "midsummer", "autumn") * 2 + ("dusk",)
GREEN = (*DAYLIGHT, "night")
ALL_YEAR = GREEN + WINTER * 2

SCENES = {
    "lake": (lake.draw, GREEN),
    "hillfort": (hillfort.draw, GREEN),
    "manor": (manor.draw, ALL_YEAR),
    "church": (church.draw, ALL_YEAR),
    "railway": (railway.draw, ALL_YEAR),
    "river": (river.draw, DAYLIGHT),
    "forest": (forest.draw, DAYLIGHT),
    "field": (field.draw, DAYLIGHT),
    "park": (park.draw, GREEN),
    "stage": (stage.draw, GREEN),
    "hall": (hall.draw, ALL_YEAR),
    "library": (library.draw, ALL_YEAR),
    "school": (school.draw, DAYLIGHT + WINTER),
    "market": (market.draw, DAYLIGHT),
    "bonfire": (bonfire.draw, ("dusk", "night")),
    "snow": (snow.draw, WINTER),
    "bridge": (bridge.draw, ALL_YEAR),
    "playground": (playground.draw, DAYLIGHT),
    "workshop": (workshop.draw, ALL_YEAR),
}
MOTIFS = tuple(SCENES)


def draw(motif: str, seed: str) -> bytes:
    """A JPEG of 1600 × 900 pixels, always the same for a motif and seed; ValueError if unknown."""
    if motif not in SCENES:
        raise ValueError(f"There is no motif {motif!r}; there are {', '.join(MOTIFS)}.")
    scene, hours = SCENES[motif]
    name = f"{motif} {seed}"
    chance = Chance(name)
    sheet = Sheet(inks_of(chance.pick(hours)), chance)
    scene(sheet)
    if chance.yes():
        sheet.turn_over()
    return sheet.jpeg(name)
