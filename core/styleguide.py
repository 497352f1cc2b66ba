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
    return {
        "themes": [
            {"name": "light", "title": _("By day"), "blocks": _blocks("light")},
            {"name": "dark", "title": _("By night"), "blocks": _blocks("dark")},
        ],
        "colours": COLOURS,
        "belts": [{"name": name, "word": word_of(belt(name))} for name in NAMES],
    }


def _blocks(theme: str) -> list[str]:
    # Each stands on the page twice, and what lies in it is named after it; drawings stand for
    # the pictures.
    return [
        block.render(
            block.get_preview_value(), context={"id": f"{kind}-{theme}", "is_example": True}
        )
        for kind, block in BodyBlock().child_blocks.items()
    ]
