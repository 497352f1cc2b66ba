from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class DemoConfig(AppConfig):
    name = "demo"
    verbose_name = _("Demo site")

    def ready(self):
        if settings.IS_DEMO:
            from demo.people import shown
            from members.accounts.shown import show

            show(shown)
