from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ForumConfig(AppConfig):
    name = "forum"
    verbose_name = _("Discussion")

    def ready(self):
        from communities import deletion as community_deletion
        from core import stamp
        from forum import (
            deletion,
            following_kind,
            kept,
            kinds,
            letters,
            own_rules,
            own_sections,
            reporting_kind,
            scheduled,
            search,
            signal_handlers,
        )
        from forum.models import ForumSettings, Reason
        from members import privacy

        stamp.register_shown(ForumSettings, Reason)
        own_sections.register_sections()
        search.register_keys()
        following_kind.register_kind()
        kinds.register_kinds()
        letters.register_kinds()
        reporting_kind.register_kind()
        own_rules.open_to_leaders()
        scheduled.register_jobs()
        signal_handlers.connect()
        community_deletion.register(deletion.sections_of_community)
        community_deletion.register(deletion.topics_of_community)
        privacy.register(kept.HOLDER)
