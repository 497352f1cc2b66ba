"""The addresses of this app in the backstage that leaders may use as well."""

from communities.backstage import checks
from communities.backstage.menus import keep_in_menu
from communities.backstage.rules import let_leaders

# Each of their views asks `forum.access`.
FOR_LEADERS = ("moderation:queue", "moderation:decide", "moderation:review")


def open_to_leaders():
    """Open them, once, when Django starts."""
    for name in FOR_LEADERS:
        let_leaders(name, checks.free)
    keep_in_menu("moderation")
