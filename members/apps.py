from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MembersConfig(AppConfig):
    name = "members"
    verbose_name = _("People")

    def ready(self):
        from core import search_index
        from members import finding, kinds
        from members.accounts import signal_handlers  # noqa: F401 - connects them
        from members.accounts.kinds import register_kinds

        register_kinds()
        search_index.register("members.User", finding.keys_of_person)
        kinds.register_all()
