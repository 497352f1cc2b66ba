from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("Site")

    def ready(self):
        from wagtail.contrib.redirects.models import Redirect
        from wagtail.models import Locale, Page, Site

        from core import scheduled, signal_handlers, stamp
        from core.models import HubDocument, HubImage, SiteSettings

        stamp.register_shown(Page, Site, Locale, Redirect, HubDocument, HubImage, SiteSettings)
        signal_handlers.connect()
        scheduled.register_jobs()
