from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommunitiesConfig(AppConfig):
    name = "communities"
    verbose_name = _("Communities")

    def ready(self):
        from communities import head, own_sections
        from communities.models import BoundarySet, CommunityContact, CommunityFact
        from core import meta, sharing, stamp

        stamp.register_shown(BoundarySet, CommunityContact, CommunityFact)
        own_sections.register_sections()
        meta.register_feeds(head.feed_links)
        sharing.register_places(head.place_of)
