from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    name = "library"
    verbose_name = _("Library")

    def ready(self):
        from communities import authors
        from communities.signal_handlers import approve_below
        from core import downloads, meta, stamp
        from library import (
            access,
            feeds,
            kept,
            letters,
            own_deeds,
            scheduled,
            searched,
            signal_handlers,
            words,
        )
        from library.asking import letters as asking_letters
        from library.models import (
            Facet,
            FacetValue,
            LibraryPage,
            ResourceKind,
            ResourcePage,
            Topic,
            TopicAlias,
        )
        from library.suggesting.access import is_author
        from library.use import letters as use_letters
        from library.use.actions import count_downloads
        from library.use.own_pages import KEPT
        from members import own_pages, privacy

        approve_below(LibraryPage)
        meta.register_feeds(feeds.feed_links)
        stamp.register_shown(ResourceKind, Topic, TopicAlias, Facet, FacetValue)
        access.register_rule()
        words.register_keys()
        searched.register_sources()
        letters.register_kinds()
        downloads.register(count_downloads)
        use_letters.register_kinds()
        asking_letters.register_kinds()
        authors.register(ResourcePage, is_author, "library:suggestion")
        own_deeds.register_deeds()
        own_pages.register(KEPT)
        privacy.register(kept.HOLDER)
        scheduled.register_jobs()
        signal_handlers.connect()
