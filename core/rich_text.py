"""The editor of rich text, for a server that answers several people in one process at once."""

from copy import copy

from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter


class RichTextConverter(ContentstateConverter):
    """Wagtail's converter, with a parser of its own for every text.

    Wagtail 8.0 keeps one parser for the whole process: two people who open their forms at the same
    moment get an error, or each other's text (https://github.com/wagtail/wagtail/issues/14573).
    """

    def from_database_format(self, html):
        alone = copy(self)
        alone.html_to_contentstate_handler = copy(self.html_to_contentstate_handler)
        return super(RichTextConverter, alone).from_database_format(html)


class RichTextArea(DraftailRichTextArea):
    """Wagtail's editor of rich text with the safe converter."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.converter = RichTextConverter(self.features)
