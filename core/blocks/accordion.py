"""Questions and answers that open one by one."""

from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.text import INLINE_FEATURES, TextBlock

MAX_ENTRIES = 30


class AccordionEntryBlock(blocks.StructBlock):
    """A question, and the answer that it opens."""

    question = blocks.CharBlock(label=_("Question"), max_length=200)
    answer = TextBlock(label=_("Answer"), features=INLINE_FEATURES)

    class Meta:
        icon = "help"
        label = _("Question and answer")
        label_format = "{question}"


class AccordionBlock(blocks.StructBlock):
    """Questions that open their answers, under a heading that keeps the order of headings."""

    heading = blocks.CharBlock(
        label=_("Heading"),
        max_length=120,
        help_text=_("What the questions are about. For example: How to take part."),
    )
    entries = blocks.ListBlock(
        AccordionEntryBlock(), label=_("Questions"), min_num=1, max_num=MAX_ENTRIES
    )

    def get_preview_value(self):
        """What the picker of blocks shows."""
        answers = {
            gettext("Who can come?"): gettext("Everybody who lives here, or feels at home here."),
            gettext("Do I have to sign up?"): gettext(
                "No, but then we know how much soup to cook."
            ),
        }
        entries = [
            {"question": question, "answer": format_html("<p>{}</p>", answer)}
            for question, answer in answers.items()
        ]
        return self.normalize({"heading": gettext("Questions and answers"), "entries": entries})

    class Meta:
        icon = "list-ul"
        label = _("Questions and answers")
        label_format = "{heading}"
        description = _("Questions that open their answers.")
        template = "core/blocks/accordion.html"
