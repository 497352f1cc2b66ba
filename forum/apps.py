from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ForumConfig(AppConfig):
    name = "forum"
    verbose_name = _("Discussion")

    def ready(self):
        from core import stamp
        from forum import following_kind, kinds, own_sections, search
        from forum.models import ForumSettings

        stamp.register_shown(ForumSettings)
        own_sections.register_sections()
        following_kind.register_kind()
        kinds.register_kinds()
        search.register_keys()
