"""The object door of the backstage: whoever has only a part of the site is kept among it.

Wagtail asks for rights at most of its addresses, and has forgotten it at some (preview, copy,
compare, history, choosers). So nothing is left to the single address: what a person may do who is
no editor stands in one table, `communities/backstage/rules.py`, and what is not in it is refused.
"""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied

from communities.backstage.own import Own, is_bound

BACKSTAGE = "/admin/"


@dataclass(frozen=True)
class Asked:
    """One request to an address of the backstage, and what is the person's own."""

    request: object
    parameters: dict
    own: Own


class BackstageDoorMiddleware:
    """Asks the table before any view of the backstage is run."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not request.path_info.startswith(BACKSTAGE) or not is_bound(request.user):
            return None
        from communities.backstage.rules import rule_of

        rule = rule_of(request.resolver_match)
        if rule is None:
            raise PermissionDenied
        return rule(Asked(request, kwargs, Own(request.user)))
