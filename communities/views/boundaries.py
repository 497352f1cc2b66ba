"""The backstage of the map: boundaries are taken in, looked at, shown and taken back."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.models import Locale

from communities import actions
from communities.access import boundary_set_for, boundary_sets_for
from communities.forms import BoundariesForm, DecisionForm
from communities.models.boundaries import names_of_communities
from communities.models.cards import community_cards
from communities.sheet import sheet_of
from core.visit import visit_of

# How many names of a file are told back, and how many letters of each.
NAMES_TOLD, LETTERS_TOLD = 8, 40


@require_http_methods(["GET", "POST"])
def boundary_list(request):
    """All sets of boundaries, and the form that takes another."""
    boundary_sets = boundary_sets_for(request.user)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = BoundariesForm(*sent, names=names_of_communities())
    if form.is_valid():
        added = actions.add_boundaries(
            rings=form.reading.rings,
            credit=form.cleaned_data["credit"],
            user=request.user,
            now=timezone.now(),
        )
        _tell_strangers(request, form.reading.strangers)
        return redirect("boundaries:detail", added.pk)
    context = _header() | {"form": form, "boundary_sets": boundary_sets}
    return render(request, "communities/admin/boundary_list.html", context)


@require_http_methods(["GET", "POST"])
def boundary_detail(request, pk: int):
    """One set of boundaries as the map would show it, and what is to become of it."""
    boundaries = boundary_set_for(request.user, pk)
    form = DecisionForm(request.POST)
    if request.method == "POST" and form.is_valid():
        _decide(request, boundaries, form.cleaned_data["decision"])
        return redirect("boundaries:list")
    source = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    cards, outlines = community_cards(visit_of(request), source.pk), boundaries.outlines
    context = _header({"url": "", "label": _("Preview")}) | {
        "boundaries": boundaries,
        "sheet": sheet_of(cards, boundaries),
        "found": [card for card in cards if card.key in outlines],
        "missing": [card for card in cards if card.key not in outlines],
    }
    return render(request, "communities/admin/boundary_detail.html", context)


def _header(*below: dict[str, str]) -> dict:
    """What the head of every view here shows."""
    title = _("Boundaries on the map")
    way = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("boundaries:list"), "label": title},
    ]
    return {"breadcrumbs_items": [*way, *below], "header_title": title, "header_icon": "site"}


def _tell_strangers(request, names: tuple[str, ...]):
    if names:
        told = [Truncator(name).chars(LETTERS_TOLD) for name in names[:NAMES_TOLD]]
        more = ["…"] if len(names) > NAMES_TOLD else []
        messages.info(
            request,
            _("Left out, because no community goes by these names: %(names)s.")
            % {"names": ", ".join(told + more)},
        )


def _decide(request, boundaries, decision: str):
    """Do what was decided, and say so."""
    decisions = DecisionForm.Decision
    if decision == decisions.SHOW:
        actions.show_boundaries(boundaries=boundaries, user=request.user)
        message = _("The map shows these boundaries now.")
    elif decision == decisions.HIDE:
        actions.hide_boundaries(boundaries=boundaries, user=request.user)
        message = _("The map shows the communities as dots again. The boundaries are kept here.")
    else:
        actions.delete_boundaries(boundaries=boundaries, user=request.user)
        message = _("The boundaries have been deleted.")
    messages.success(request, message)
