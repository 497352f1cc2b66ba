from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Front page")

    def ready(self):
        from core import stamp
        from home.models import Highlight
        from home.statement import InaccessibleContent

        stamp.register_shown(Highlight, InaccessibleContent)
