from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommunitiesConfig(AppConfig):
    name = "communities"
    verbose_name = _("Communities")

    def ready(self):
        from communities.models import CommunityFact
        from core import stamp

        stamp.register_shown(CommunityFact)
