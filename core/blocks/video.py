"""A film that lies elsewhere; nobody there is asked for anything before the reader says so."""

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from core.blocks.film import Film, find_film
from core.blocks.places import AddressBlock
from core.headers import allow_frames_of


class VideoValue(blocks.StructValue):
    """A film and its title."""

    @cached_property
    def film(self) -> Film | None:
        """Where the film can be watched; None when the address is of no film."""
        return find_film(self.get("address"))


class VideoBlock(blocks.StructBlock):
    """A card that leads to a film, or plays it here after the reader has agreed."""

    title = blocks.CharBlock(
        label=_("Title"), max_length=150, help_text=_("What is to be seen in the video.")
    )
    address = AddressBlock(
        label=_("Address of the video"),
        help_text=_("From YouTube or Vimeo, or of a file: https://www.youtube.com/watch?v=…"),
    )

    def clean(self, value):
        value = super().clean(value)
        if value["address"] and not value.film:
            message = _(
                "No video was found at this address. Addresses of one video on YouTube "
                "(youtube.com, youtu.be) or Vimeo (vimeo.com) work, and https addresses of files "
                "that end in .mp4 or .webm."
            )
            raise StructBlockValidationError({"address": ValidationError(message)})
        return value

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        if value.film and value.film.player and context.get("request"):
            allow_frames_of(context["request"], value.film.player)
        return context

    def get_preview_value(self):
        """What the picker of blocks shows."""
        title = gettext("How Tirza got its meeting place")
        return self.normalize({"title": title, "address": "https://youtu.be/AAAAAAAAAAA"})

    class Meta:
        icon = "media"
        label = _("Video")
        label_format = "{title}"
        description = _("A video from YouTube or Vimeo, played only after a click.")
        template = "core/blocks/video.html"
        value_class = VideoValue
