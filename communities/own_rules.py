"""The addresses of this app in the backstage that leaders may use as well."""

from communities.backstage import checks
from communities.backstage.menus import keep_in_menu
from communities.backstage.rules import let_leaders

# Each of their views asks its own door in `communities.access`.
FOR_LEADERS = """
roles:list roles:community roles:dismiss roles:hand-over roles:uninvite
publishing:withdraw publishing:preview-links publishing:preview-link-end
backstage-help
"""


def open_to_leaders():
    """Open them, once, when Django starts."""
    for name in FOR_LEADERS.split():
        let_leaders(name, checks.free)
    keep_in_menu("roles")
