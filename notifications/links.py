"""Links in letters: whole addresses on this site and on no other."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, override


class ForeignAddress(ValueError):
    """The address leads away from the site."""


def absolute(path: str) -> str:
    """The whole address of a path on the site; raises ForeignAddress for any other address."""
    site = settings.SITE_URL.rstrip("/")
    if path == site or path.startswith(f"{site}/"):
        return path
    # Browsers take "//" and "/\" for the beginning of another host.
    if path.startswith("/") and path[1:2] not in ("/", "\\"):
        return f"{site}{path}"
    raise ForeignAddress("A letter leads to the site itself only.")


def address(name: str, *args, language: str = "", **kwargs) -> str:
    """The whole address of a URL name, in the language; in the active one when none is given."""
    with override(language or get_language()):
        return absolute(reverse(name, args=args, kwargs=kwargs))
