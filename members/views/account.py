"""A person's own settings in the backstage."""

from wagtail.admin.views import account

# No picture of people is taken in, because none is ever shown; what somebody is called is said on
# their own page, where a name that could be mistaken for another's is refused.
NOT_HERE = ("avatar", "name_email")


class AccountView(account.AccountView):
    """A person's own settings, without their picture and name."""

    def get_panels(self):
        return [panel for panel in super().get_panels() if panel.name not in NOT_HERE]
