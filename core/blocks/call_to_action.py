"""One thing that the reader can do now."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from core.blocks.carried import CarriedOver
from core.blocks.places import AddressBlock, places_of, web_address


class TargetChooserBlock(CarriedOver, blocks.PageChooserBlock):
    """Chooses a page; the button of a translation finds the reader's language by itself."""


class CallToActionBlock(blocks.StructBlock):
    """A sentence and a button that leads to a page or an address."""

    text = blocks.TextBlock(
        label=_("Sentence"),
        max_length=300,
        rows=2,
        help_text=_("Why to press the button, in one or two sentences."),
    )
    label = blocks.CharBlock(
        label=_("Words on the button"),
        max_length=50,
        help_text=_("A verb that says what happens: Sign up, Read the minutes."),
    )
    page = TargetChooserBlock(label=_("Page of this site"), required=False)
    address = AddressBlock(
        label=_("Address elsewhere"),
        required=False,
        help_text=_("Only if the button leads away from this site."),
    )

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        if value.get("page"):
            context["url"] = places_of(parent_context).page(value["page"].pk)
        else:
            context["url"] = web_address(value.get("address"))
        return context

    def clean(self, value):
        value = super().clean(value)
        if self.is_deferred_validation or bool(value["page"]) != bool(value["address"]):
            return value
        if value["page"]:
            message = _("A button leads to one place: keep the page or the address, not both.")
        else:
            message = _("Say where the button leads: choose a page or write an address.")
        raise StructBlockValidationError({"page": ValidationError(message)})

    def get_preview_value(self):
        """What the picker of blocks shows."""
        return self.normalize(
            {
                "text": gettext("The council reads every proposal. Yours takes five minutes."),
                "label": gettext("Write a proposal"),
                "address": "https://example.com/",
            }
        )

    class Meta:
        icon = "pick"
        label = _("Call to action")
        label_format = "{label}"
        description = _("A sentence and a button: one thing to do now.")
        template = "core/blocks/call_to_action.html"


# Migrations keep Wagtail's own block, which reads the same values and never moves.
DECONSTRUCT_ALIASES = {TargetChooserBlock: "wagtail.blocks.PageChooserBlock"}
