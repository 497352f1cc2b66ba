"""What the library offers at the start of a leader's backstage."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.deeds import Deed, register


def register_deeds():
    """Offer them; called once when Django starts."""
    register(Deed("suggestion", _("Suggest a resource"), "doc-empty", 600, _way_to_suggest))
    register(Deed("request", _("Ask for a resource"), "help", 700, _way_to_ask))


def _way_to_suggest(community) -> str:
    return reverse("library:suggest")


def _way_to_ask(community) -> str:
    return reverse("library:ask")
