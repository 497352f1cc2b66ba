"""Names and numbers of people: the same in every language, so nobody is asked to translate them."""

import re

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.carried import CarriedOver


class NameBlock(CarriedOver, blocks.CharBlock):
    """A name; a translation takes it over as it is."""


class PhoneBlock(NameBlock):
    """A telephone number; a translation takes it over as it is."""

    def __init__(self, **kwargs):
        super().__init__(max_length=30, **kwargs)
        self.field.validators.append(
            RegexValidator(
                r"^\(?\+?[0-9][0-9 ()/-]{2,}$",
                _("Write one number, in digits and spaces: +371 64497710."),
            )
        )


def dialled(number: str | None) -> str:
    """The number as a telephone dials it: digits, after a plus sign if there is one."""
    number = number or ""
    return ("+" if "+" in number else "") + re.sub(r"[^0-9]", "", number)


# Migrations keep Wagtail's own block, which reads the same values and never moves.
DECONSTRUCT_ALIASES = {
    NameBlock: "wagtail.blocks.CharBlock",
    PhoneBlock: "wagtail.blocks.CharBlock",
}
