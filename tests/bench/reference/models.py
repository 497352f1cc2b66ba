from wagtail.fields import RichTextField
from wagtail.models import Page


class PlainPage(Page):
    """A page with a title and a text."""

    body = RichTextField()
