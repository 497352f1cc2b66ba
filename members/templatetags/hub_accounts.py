import re

from django import template
from django.utils.translation import gettext as _

register = template.Library()

# The first that fits: most browsers also carry the names of those they are made of.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR|Opera", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox|FxiOS", "Firefox"),
    ("Chrome|CriOS", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone|iPad", "iOS"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


@register.filter
def browser_name(session) -> str:
    """What a person would call the browser of the session, such as "Firefox, Windows"."""
    names = [_first(table, session.user_agent) for table in (BROWSERS, SYSTEMS)]
    return ", ".join(name for name in names if name) or _("Unknown browser")


def _first(table, words: str) -> str:
    return next((name for pattern, name in table if re.search(pattern, words)), "")
