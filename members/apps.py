from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MembersConfig(AppConfig):
    name = "members"
    verbose_name = _("People")

    def ready(self):
        from members import kinds
        from members.accounts import signal_handlers  # noqa: F401 - connects them
        from members.accounts.kinds import register_kinds

        register_kinds()
        kinds.register_all()
