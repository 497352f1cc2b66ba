"""The head of this app's views in the backstage."""

from django.urls import reverse
from django.utils.translation import gettext as _


def header(title: str, icon: str, *way: tuple[str, str]) -> dict:
    """What the head of a view shows: its title, and the way to it as pairs of address and name."""
    steps = [(reverse("wagtailadmin_home"), _("Home")), *way, ("", title)]
    return {
        "breadcrumbs_items": [{"url": url, "label": label} for url, label in steps],
        "header_title": title,
        "header_icon": icon,
    }
