"""What people find on their own pages of what they keep for later."""

from django.utils.translation import gettext_lazy as _

from members.own_pages import OwnPage

KEPT = OwnPage(
    _("Kept for later"),
    _("Resources of the library that you wanted to find again."),
    "library:saved",
)
