"""Pictures in the text: one, or several as a gallery."""

from copy import copy

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock

from core.blocks.carried import CarriedOver

MIN_IN_GALLERY, MAX_IN_GALLERY = 2, 12


class PictureChooserBlock(CarriedOver, ImageChooserBlock):
    """Chooses a picture; all of a kind that a page needs come with their renditions at once."""

    def bulk_to_python(self, values):
        values = list(values)
        found = self._with_renditions({value for value in values if value})
        # Those that nobody has looked at yet have no renditions to be found by.
        rest = [value for value in values if value and value not in found]
        found |= dict(zip(rest, super().bulk_to_python(rest) if rest else [], strict=True))
        return [copy(found[value]) if value else None for value in values]

    def _with_renditions(self, keys: set[int]) -> dict:
        renditions = self.model_class.get_rendition_model().objects.filter(image__in=keys)
        found = {}
        for rendition in renditions.select_related("image") if keys else []:
            image = found.setdefault(rendition.image_id, rendition.image)
            rendition.image = image
            image.prefetched_renditions = [*getattr(image, "prefetched_renditions", []), rendition]
        return found


class PictureValue(blocks.StructValue):
    """A picture and the words that belong to it."""

    @property
    def alt(self) -> str:
        """What is said to those who do not see the picture; nothing when it is decoration."""
        return "" if self.get("decorative") else self.get("alt_text") or ""


class PictureBlock(blocks.StructBlock):
    """A picture in the text, with words for those who do not see it."""

    image = PictureChooserBlock(label=_("Picture"))
    alt_text = blocks.CharBlock(
        label=_("Alternative text"),
        max_length=200,
        required=False,
        default="",
        help_text=_(
            "What the picture shows, in a sentence, for those who do not see it: "
            "“Eight neighbours planting lilacs by the school.”"
        ),
    )
    decorative = blocks.BooleanBlock(
        label=_("Decoration only"),
        required=False,
        help_text=_("The picture says nothing that the text does not; screen readers pass it by."),
    )
    caption = blocks.CharBlock(
        label=_("Caption"),
        max_length=250,
        required=False,
        default="",
        help_text=_("Shown below the picture. Say who took it."),
    )

    def clean(self, value):
        value = super().clean(value)
        if self.is_deferred_validation or bool(value["alt_text"]) != value["decorative"]:
            return value
        if value["decorative"]:
            message = _(
                "A picture that is decoration has no alternative text. "
                "Untick “Decoration only” or remove the text."
            )
        else:
            message = _(
                "Say what the picture shows, or tick “Decoration only” "
                "if it says nothing that the text does not."
            )
        raise StructBlockValidationError({"alt_text": ValidationError(message)})

    def get_preview_value(self):
        """What the picker of blocks shows; a drawing stands for the picture."""
        caption = gettext("Morning on the lake. Photo: Anna Ozola")
        return self.normalize({"image": None, "decorative": True, "caption": caption})

    class Meta:
        icon = "image"
        label = _("Picture")
        label_format = "{alt_text} {caption}"
        description = _("A picture across the column, with a caption.")
        template = "core/blocks/picture.html"
        value_class = PictureValue


class GalleryBlock(blocks.ListBlock):
    """Several pictures side by side."""

    def get_default(self):
        """Room for as many pictures as a gallery has at least."""
        return self.normalize([self.child_block.get_default() for _place in range(MIN_IN_GALLERY)])

    def get_preview_value(self):
        """What the picker of blocks shows; drawings stand for the pictures."""
        return self.normalize([self.child_block.get_preview_value() for _place in range(3)])

    class Meta:
        icon = "image"
        label = _("Gallery")
        description = _("From two to twelve pictures side by side.")
        template = "core/blocks/gallery.html"


# Migrations keep Wagtail's own blocks, which read the same values and never move.
DECONSTRUCT_ALIASES = {
    PictureChooserBlock: "wagtail.images.blocks.ImageChooserBlock",
    GalleryBlock: "wagtail.blocks.ListBlock",
}
