from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ForumConfig(AppConfig):
    name = "forum"
    verbose_name = _("Discussion")

    def ready(self):
        from core import stamp
        from forum import (
            following_kind,
            kept,
            kinds,
            letters,
            own_rules,
            own_sections,
            reporting_kind,
            scheduled,
            search,
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
        privacy.register(kept.HOLDER)
