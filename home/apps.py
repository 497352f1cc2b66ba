from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Front page")

    def ready(self):
        from core import jobs, stamp
        from home.models import Highlight, PinnedPage, Synonyms
        from home.search.actions import forget_old, keep_index
        from home.statement import InaccessibleContent

        stamp.register_shown(Highlight, InaccessibleContent, PinnedPage, Synonyms)
        jobs.register("search-index", keep_index, every=timedelta(minutes=5))
        jobs.register("search-words", forget_old, every=timedelta(days=1))
