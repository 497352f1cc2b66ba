"""What events offer at the start of a leader's backstage."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.deeds import Deed, register


def register_deeds():
    """Offer it; called once when Django starts."""
    register(Deed("event", _("Add an event"), "date", 200, _way_to_event))


def _way_to_event(community) -> str:
    return reverse("wagtailadmin_pages:add", args=["events", "eventpage", community.pk])
