"""What stands around pages about people: nothing that search engines should keep."""

from django.urls import reverse

from core.frames import personal_shell
from core.shell import Link

__all__ = ["my_page_link", "personal_shell"]


def my_page_link(title: str) -> Link:
    """The way back to one's own page."""
    return Link(title, reverse("members:my-page"))
