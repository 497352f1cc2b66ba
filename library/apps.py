from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    name = "library"
    verbose_name = _("Library")

    def ready(self):
        from communities.signal_handlers import approve_below
        from core import meta, stamp
        from library import access, feeds, letters, scheduled, searched, signal_handlers, words
        from library.models import (
            Facet,
            FacetValue,
            LibraryPage,
            ResourceKind,
            Topic,
            TopicAlias,
        )

        approve_below(LibraryPage)
        meta.register_feeds(feeds.feed_links)
        stamp.register_shown(ResourceKind, Topic, TopicAlias, Facet, FacetValue)
        access.register_rule()
        words.register_keys()
        searched.register_sources()
        letters.register_kinds()
        scheduled.register_jobs()
        signal_handlers.connect()
