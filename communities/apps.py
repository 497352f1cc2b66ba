from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommunitiesConfig(AppConfig):
    name = "communities"
    verbose_name = _("Communities")

    def ready(self):
        from communities import (
            duties,
            head,
            homes,
            kept,
            letters,
            own_deeds,
            own_rules,
            own_sections,
            scheduled,
            searched,
            signal_handlers,
        )
        from communities.backstage import filters
        from communities.models import (
            BoundarySet,
            CommunityContact,
            CommunityFact,
            CommunityRights,
        )
        from core import meta, sharing, stamp
        from members import duties as people_duties
        from members import homes as people_homes
        from members import privacy

        stamp.register_shown(BoundarySet, CommunityContact, CommunityFact, CommunityRights)
        own_sections.register_sections()
        searched.register_sources()
        signal_handlers.connect()
        letters.register_kinds()
        own_rules.open_to_leaders()
        filters.keep_from_leaders()
        scheduled.register_jobs()
        own_deeds.register_deeds()
        meta.register_feeds(head.feed_links)
        sharing.register_places(head.place_of)
        people_homes.register(homes.homes)
        people_duties.register(duties.duties)
        privacy.register(kept.HOLDER)
