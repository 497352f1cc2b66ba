"""The letters about signing in."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from members.accounts.pending_code import LIVES
from notifications.kinds import Kind, register


def register_kinds():
    """Register the letters, once, when the site begins."""
    code = {"good_for": LIVES, "is_secret": True, "is_urgent": True}
    for name, label in (
        ("sign-in-code", _("Code to sign in")),
        ("account-code", _("Code to confirm a change")),
    ):
        template = f"members/letters/{name.replace('-', '_')}.txt"
        register(Kind(name, template=template, label=label, **code))
    for name, label in (
        ("address-taken", _("Address that somebody has already")),
        ("account-notice", _("Change of how somebody signs in")),
    ):
        template = f"members/letters/{name.replace('-', '_')}.txt"
        register(Kind(name, template=template, label=label, good_for=timedelta(days=3)))
