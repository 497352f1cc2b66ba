"""The public page that counts what moderation did."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import page_cache
from core.shell import shell_of_address
from core.visit import visit_of
from forum.comments import forum_settings
from forum.figures import figures
from forum.models import Reason


@require_safe
def moderation_figures(request):
    """Removals, reasons, reports, objections and answer times, the same for everybody."""
    visit = visit_of(request)
    context = {
        "shell": shell_of_address(request, "forum:figures", _("Moderation in the open")),
        "years": figures(visit.now),
        "reasons": Reason.objects.filter(is_used=True),
        "hours": forum_settings(visit).answer_hours,
    }
    response = render(request, "forum/figures.html", context)
    if request.user.is_authenticated:
        response.headers["Cache-Control"] = "private, no-store"
        return response
    return page_cache.offer(response, until=visit.state.ends_at)
