"""What the style guide shows: samples for every component."""

from django.utils.translation import gettext as _

from core.belt import belt, word_of
from core.blocks import BodyBlock

COLOURS = (
    "paper",
    "tint",
    "card",
    "ink",
    "pine",
    "pine-tint",
    "madder",
    "madder-tint",
    "rye",
    "rye-tint",
)
NAMES = ("Gulbene", "Tirzas pagasts", "Lejasciema pagasts", "Stāmerienas pagasts")


def samples() -> dict:
    """The context of the style guide, in the active language."""
    blocks = BodyBlock().child_blocks.values()
    return {
        "themes": [
            {"name": "light", "title": _("By day")},
            {"name": "dark", "title": _("By night")},
        ],
        "colours": COLOURS,
        "belts": [{"name": name, "word": word_of(belt(name))} for name in NAMES],
        "blocks": [block.render(block.get_preview_value()) for block in blocks],
    }
