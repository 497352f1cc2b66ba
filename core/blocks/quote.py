"""What somebody said."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.names import NameBlock


class QuoteBlock(blocks.StructBlock):
    """Words of somebody, and whose they are."""

    text = blocks.TextBlock(
        label=_("Words"),
        max_length=600,
        rows=3,
        help_text=_("What was said, without quotation marks: the page adds them."),
    )
    name = NameBlock(label=_("Who said it"), max_length=100)
    role = blocks.CharBlock(
        label=_("Role or source"),
        max_length=150,
        required=False,
        default="",
        help_text=_("For example: librarian in Tirza, at the workshop of 2024."),
    )

    def get_preview_value(self):
        """What the picker of blocks shows."""
        return self.normalize(
            {
                "text": gettext("We began with one bench, and now the whole village meets here."),
                "name": "Anna Ozola",
                "role": gettext("librarian"),
            }
        )

    class Meta:
        icon = "openquote"
        label = _("Quote")
        label_format = "{name}: {text}"
        description = _("Words of somebody, set apart from the text.")
        template = "core/blocks/quote.html"
