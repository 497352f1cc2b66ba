"""The deeds that the communities offer by themselves: news, and photos."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.deeds import Deed, register
from communities.models import CommunityRights


def register_deeds():
    """Offer them; called once when Django starts."""
    register(Deed("news", _("Write news"), "doc-full", 100, _way_to_news))
    register(Deed("photo", _("Add photos"), "image", 500, _way_to_photos))


def _way_to_news(community) -> str:
    kind = ("communities", "articlepage")
    return reverse("wagtailadmin_pages:add", args=[*kind, community.pk])


def _way_to_photos(community) -> str:
    rights = CommunityRights.objects.filter(community_key=community.translation_key)
    collection = rights.values_list("collection", flat=True).first()
    chosen = f"?{urlencode({'collection_id': collection})}" if collection else ""
    return reverse("wagtailimages:add_multiple") + chosen
