"""A few words that should not be missed."""

from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.text import INLINE_FEATURES, TextBlock

KINDS = {"note": _("Note"), "important": _("Important"), "tip": _("Good to know")}


class CalloutValue(blocks.StructValue):
    """A few words that should not be missed, and of what kind they are."""

    @property
    def sign(self) -> str:
        """The kind, if it is one that there is: what the drawing and the colour go by."""
        return self["kind"] if self.get("kind") in KINDS else "note"

    @property
    def sign_label(self) -> str:
        """The kind in the reader's language."""
        return KINDS[self.sign]


class CalloutBlock(blocks.StructBlock):
    """A few words in a frame, with a sign and a label that say of what kind they are."""

    kind = blocks.ChoiceBlock(label=_("Kind"), choices=list(KINDS.items()), default="note")
    title = blocks.CharBlock(label=_("Title"), max_length=120, required=False, default="")
    text = TextBlock(label=_("Text"), features=INLINE_FEATURES)

    def get_preview_value(self):
        """What the picker of blocks shows."""
        return self.normalize(
            {
                "kind": "important",
                "title": gettext("The road is closed until Friday"),
                "text": format_html("<p>{}</p>", gettext("Buses stop at the shop instead.")),
            }
        )

    class Meta:
        icon = "warning"
        label = _("Callout")
        label_format = "{kind}: {title}"
        description = _("A few words in a frame: a note, something important, good to know.")
        template = "core/blocks/callout.html"
        value_class = CalloutValue
