"""The queue of moderation in the backstage: the same as on the site, in its frame."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from communities.views.header import header
from forum.views.queue import Side, queue_page, review_page, together_page


def _in_backstage(request, title: str, name: str, *arguments) -> dict:
    way = [(reverse("moderation:queue"), _("Moderation"))] if arguments else []
    return header(title, "comment", *way)


BACKSTAGE = Side(
    "moderation:queue", "moderation:decide", "moderation:review", "forum/admin", _in_backstage
)


@require_safe
def queue(request):
    """What waits where the person moderates."""
    return queue_page(request, BACKSTAGE)


@require_POST
def queue_decide(request):
    """Decide about what was marked."""
    return together_page(request, BACKSTAGE)


@require_http_methods(["GET", "HEAD", "POST"])
def review_decide(request, pk: int):
    """Decide about one thing that waits."""
    return review_page(request, pk, BACKSTAGE)
