"""The addresses of this app in the backstage that leaders may use as well."""

from communities.backstage import checks
from communities.backstage.rules import let_leaders

# It names nothing: what is typed is answered in words.
FOR_LEADERS = ("event-forms:times",)


def open_to_leaders():
    """Open them, once, when Django starts."""
    for name in FOR_LEADERS:
        let_leaders(name, checks.free)
