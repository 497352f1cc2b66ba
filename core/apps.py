from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("Site")

    def ready(self):
        from wagtail.contrib.redirects.models import Redirect
        from wagtail.models import Locale, Page, Site

        from core import scheduled, search_index, signal_handlers, stamp
        from core.entries import signal_handlers as entry_handlers
        from core.entries.actions import keys_as_stored, keys_of_search_word, renew_row
        from core.models import HubDocument, HubImage, SiteSettings

        stamp.register_shown(Page, Site, Locale, Redirect, HubDocument, HubImage, SiteSettings)
        signal_handlers.connect()
        entry_handlers.connect()
        search_index.register("core.SearchEntry", keys_as_stored, "page", renew=renew_row)
        search_index.register("core.SearchWord", keys_of_search_word)
        scheduled.register_jobs()
