"""What people search for, and what of it they do not find; for editors, without persons."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db.models import Sum
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.roles import is_editor
from home.search.models import SearchedWords

DAYS = 90
# What only one or two people looked for may be of one person.
FEWEST, MOST_SHOWN = 3, 100


def searched(today) -> dict[str, list[dict]]:
    """The words of the last months that several people looked for: all, and those not found."""
    rows = SearchedWords.objects.filter(day__gte=today - timedelta(DAYS))
    words = rows.values("words", "language").annotate(
        count=Sum("times"), missed=Sum("times_missed")
    )
    often = words.filter(count__gte=FEWEST).order_by("-count", "words", "language")
    missed = often.filter(missed__gt=0).order_by("-missed", "words", "language")
    return {"often": list(often[:MOST_SHOWN]), "missed": list(missed[:MOST_SHOWN])}


@require_safe
def report(request):
    """The report in the backstage."""
    if not is_editor(request.user):
        raise PermissionDenied
    context = searched(timezone.localdate())
    context |= {"page_title": _("What people search for"), "header_icon": "search", "days": DAYS}
    return render(request, "home/search/report.html", context)
