"""The addresses of this app in the backstage that leaders may use as well."""

from communities.backstage import checks
from communities.backstage.menus import keep_in_menu
from communities.backstage.rules import let_leaders

# What is typed is answered in words; the others ask `events.proposing.access`.
FOR_LEADERS = (
    "event-forms:times",
    "proposals:list",
    "proposals:take-up",
    "proposals:refuse",
)


def open_to_leaders():
    """Open them, once, when Django starts."""
    for name in FOR_LEADERS:
        let_leaders(name, checks.free)
    keep_in_menu("proposals")
