"""Rich text: what editors may write in it, and nothing else, reaches a page."""

import nh3
from django.utils.html import escape, format_html
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText
from wagtail.rich_text.rewriters import LinkRewriter

from core.blocks.places import Places, link_key, places_of

INLINE_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]
# Headings begin at the second level: the first is the title of the page.
PAGE_FEATURES = ["h2", "h3", *INLINE_FEATURES]
MAX_LETTERS = 30_000

_TAGS = {"a", "b", "br", "em", "i", "li", "ol", "p", "strong", "ul"}
_HEADINGS = {"h2", "h3"}
_SCHEMES = {"http", "https", "mailto", "tel"}


def _cleaner(tags: set[str]) -> nh3.Cleaner:
    return nh3.Cleaner(tags=tags, attributes={"a": {"href"}}, url_schemes=_SCHEMES, link_rel=None)


_CLEAN = {True: _cleaner(_TAGS | _HEADINGS), False: _cleaner(_TAGS)}


def _opening(address: str) -> str:
    return format_html('<a href="{}">', address) if address else "<a>"


class PageText(RichText):
    """Rich text as a page shows it, whatever has been stored."""

    def __init__(self, source, *, has_headings: bool, places: Places | None = None):
        super().__init__(source)
        self.has_headings = has_headings
        self.places = places or Places()

    def __html__(self):
        with_addresses = LinkRewriter(
            bulk_rules={
                "page": self._opening_tags(self.places.page),
                "document": self._opening_tags(self.places.document),
            }
        )
        return _CLEAN[self.has_headings].clean(with_addresses(self.source))

    @staticmethod
    def _opening_tags(place):
        return lambda links: [_opening(place(link_key(attrs))) for attrs in links]


class TextBlock(blocks.RichTextBlock):
    """Rich text of the site's own kind."""

    def __init__(self, *, features, **kwargs):
        super().__init__(features=features, max_length=MAX_LETTERS, **kwargs)
        self.has_headings = not _HEADINGS.isdisjoint(features)

    def value_from_datadict(self, data, files, prefix):
        try:
            return super().value_from_datadict(data, files, prefix)
        except (ValueError, LookupError, TypeError, AttributeError):
            # The editor sends its own format; whoever sends another meant plain text.
            return RichText(f"<p>{escape(data.get(prefix, ''))}</p>")

    def get_context(self, value, parent_context=None):
        places = places_of(parent_context)
        text = PageText(value.source, has_headings=self.has_headings, places=places)
        return super().get_context(text, parent_context)

    class Meta:
        icon = "pilcrow"
        template = "core/blocks/text.html"
        description = _("Paragraphs with headings, lists and links.")

    def get_preview_value(self):
        """What the picker of blocks shows."""
        return self.normalize(
            format_html(
                "<h2>{}</h2><p>{}</p><ul><li>{}</li><li>{}</li></ul>",
                _("Clean-up day by the lake"),
                _("We meet on Saturday at ten and work until lunch."),
                _("Bring gloves and a rake."),
                _("Soup and tea are waiting for everybody."),
            )
        )


DECONSTRUCT_ALIASES = {TextBlock: "wagtail.blocks.RichTextBlock"}
