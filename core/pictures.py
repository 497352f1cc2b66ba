"""The ways in which pages show pictures, each with its formats and sizes."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.safestring import SafeString
from wagtail.images.models import Picture
from wagtail.images.shortcuts import get_renditions_or_not_found

MODERN = ("avif", "webp", "jpeg")
WIDTHS = ("width-480", "width-960", "width-1440")


@dataclass(frozen=True)
class Use:
    """A way of showing pictures: the formats, the sizes in pixels, and how wide it stands.

    `sizes` is the attribute of HTML (WHATWG HTML 4.8.4.2); browsers choose a file by it.
    """

    formats: tuple[str, ...]
    filters: tuple[str, ...]
    sizes: str

    @cached_property
    def specs(self) -> tuple[str, ...]:
        """What is made of a picture, in the words of Wagtail's filters, smallest size first."""
        return tuple(f"format-{name}|{size}" for name in self.formats for size in self.filters)


# A card's picture is small, and AVIF takes longest to make.
CARD = Use(("webp", "jpeg"), ("fill-480x270", "fill-960x540"), "(min-width: 60rem) 20rem, 100vw")
TEXT = Use(MODERN, WIDTHS, "(min-width: 60rem) 44rem, 100vw")
GALLERY = Use(MODERN, WIDTHS, "(min-width: 60rem) 22rem, (min-width: 36rem) 50vw, 100vw")
USES = {"card": CARD, "text": TEXT, "gallery": GALLERY}
# The size that social networks show whole.
SHARED_WIDTH, SHARED_HEIGHT = 1200, 630
SHARED_SPEC = f"fill-{SHARED_WIDTH}x{SHARED_HEIGHT}|format-jpeg|jpegquality-80"


def all_specs() -> list[str]:
    """Everything that pages may ask of a picture."""
    return sorted({SHARED_SPEC, *(spec for use in USES.values() for spec in use.specs)})


def picture_html(image, use: Use, attributes: dict) -> SafeString:
    """The picture as HTML, in all formats and sizes of the use; what is missing is made."""
    renditions = _of_different_widths(get_renditions_or_not_found(image, use.specs), use)
    if len(renditions) > len(use.formats):
        attributes = {"sizes": use.sizes, **attributes}
    return Picture(renditions, attributes).__html__()


def _of_different_widths(renditions: dict, use: Use) -> dict:
    """Without those that came out as wide as a smaller one, because the original is small."""
    kept = {}
    for name in use.formats:
        by_width = {}
        for size in use.filters:
            spec = f"format-{name}|{size}"
            by_width.setdefault(renditions[spec].width, spec)
        kept |= {spec: renditions[spec] for spec in by_width.values()}
    return kept
