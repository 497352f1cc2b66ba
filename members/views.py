"""Addresses about people: their own settings in the backstage."""

from wagtail.admin.views import account


class AccountView(account.AccountView):
    """A person's own settings; no picture of them is taken in, because none is ever shown."""

    def get_panels(self):
        return [panel for panel in super().get_panels() if panel.name != "avatar"]
