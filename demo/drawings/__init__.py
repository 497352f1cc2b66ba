"""Pictures that stand where a photo of a village's news would stand."""

from demo.drawings import gatherings, nature, rooms, village
from demo.drawings.chance import Chance
from demo.drawings.inks import HOURS, inks_of
from demo.drawings.sheet import Sheet

OUTDOORS = tuple(HOURS)
GREEN = tuple(h for h in HOURS if h not in ("winter", "frost"))
MILD = tuple(h for h in GREEN if h != "night")
SCENES = {
    "lake": (nature.lake, GREEN),
    "hillfort": (nature.hillfort, GREEN),
    "river": (nature.river, MILD),
    "forest": (nature.forest, MILD),
    "field": (nature.field, MILD),
    "manor": (village.manor, OUTDOORS),
    "church": (village.church, OUTDOORS),
    "school": (village.school, OUTDOORS),
    "hall": (village.hall, OUTDOORS),
    "park": (village.park, GREEN),
    "railway": (village.railway, OUTDOORS),
    "bridge": (village.bridge, OUTDOORS),
    "stage": (gatherings.stage, GREEN),
    "market": (gatherings.market, MILD),
    "bonfire": (gatherings.bonfire, ("dusk", "night")),
    "playground": (gatherings.playground, MILD),
    "library": (rooms.library, OUTDOORS),
    "workshop": (rooms.workshop, OUTDOORS),
    "snow": (nature.snow, ("winter", "frost")),
}
MOTIFS = tuple(SCENES)


def draw(motif: str, seed: str) -> bytes:
    """A JPEG of 1600 by 900 pixels, always the same for the same motif and seed; ValueError for an unknown motif."""
    if motif not in SCENES:
        raise ValueError(f"There is no picture of {motif!r}.")
    scene, hours = SCENES[motif]
    chance = Chance(f"{motif} {seed}")
    sheet = Sheet(inks_of(chance.pick(hours)), chance)
    scene(sheet)
    if chance.yes():
        sheet.turn_over()
    return sheet.jpeg(f"{motif} {seed}")
