"""People and how to reach them."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from core.blocks.names import NameBlock, PhoneBlock, dialled

MAX_PEOPLE = 40


class ContactValue(blocks.StructValue):
    """A person, or an office, and how to reach it."""

    @property
    def heading(self) -> str:
        """The name, or the role where nobody is named."""
        return self.get("name") or self.get("role") or ""

    @property
    def dialled(self) -> str:
        """The number for a link that calls it."""
        return dialled(self.get("phone"))


class ContactBlock(blocks.StructBlock):
    """A person, or an office, and how to reach it."""

    name = NameBlock(
        label=_("Name and surname"),
        max_length=100,
        required=False,
        default="",
        help_text=_("The same in all languages. Leave empty for an office."),
    )
    role = blocks.CharBlock(
        label=_("Role or office"),
        max_length=120,
        required=False,
        default="",
        help_text=_("For example: head of the parish administration, or Library of Tirza."),
    )
    email = blocks.EmailBlock(label=_("E-mail"), required=False)
    phone = PhoneBlock(label=_("Telephone"), required=False)
    note = blocks.CharBlock(
        label=_("Note"),
        max_length=200,
        required=False,
        default="",
        help_text=_("For example: Tuesdays from 9 to 12, or by arrangement."),
    )

    def clean(self, value):
        value = super().clean(value)
        if not self.is_deferred_validation and not value.heading:
            message = _("Write a name, or the role or office if nobody is named.")
            raise StructBlockValidationError({"name": ValidationError(message)})
        return value

    class Meta:
        icon = "user"
        label = _("Contact")
        label_format = "{name} {role}"
        value_class = ContactValue


class ContactsBlock(blocks.StructBlock):
    """A list of people as cards."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, required=False, default="")
    people = blocks.ListBlock(ContactBlock(), label=_("Contacts"), min_num=1, max_num=MAX_PEOPLE)

    def get_preview_value(self):
        """What the picker of blocks shows."""
        person = {
            "name": "Anna Ozola",
            "role": gettext("librarian"),
            "email": "anna.ozola@example.com",
            "phone": "+371 60000000",
            "note": gettext("Tuesdays from 9 to 12"),
        }
        office = {"role": gettext("Parish administration"), "phone": "+371 60000001"}
        return self.normalize({"heading": gettext("Contacts"), "people": [person, office]})

    class Meta:
        icon = "group"
        label = _("People and contacts")
        label_format = "{heading}"
        description = _("Cards of people, with links that call or write to them.")
        template = "core/blocks/contacts.html"
