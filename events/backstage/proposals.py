"""What residents propose, for those who may make events of it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from communities.models import CommunityPage
from communities.views.header import header
from events.actions import AlreadyDecided, refuse_proposal, take_up
from events.proposing.access import proposal_for, proposals_for
from events.proposing.forms import RefusalForm

SHOWN = 50


@require_safe
def proposals(request):
    """What waits for the person, the oldest first."""
    rows = list(proposals_for(request.user).select_related("person")[:SHOWN])
    keys = {row.community_key for row in rows}
    pages = CommunityPage.objects.filter(locale__language_code="lv", translation_key__in=keys)
    titles = dict(pages.values_list("translation_key", "title"))
    for row in rows:
        row.community = titles.get(row.community_key, "")
    context = header(_("Proposed events"), "date") | {"proposals": rows}
    return render(request, "events/admin/proposals.html", context)


@require_POST
def proposal_take_up(request, pk: int):
    """Make a draft of it, and open the draft."""
    proposal = proposal_for(request.user, pk)
    try:
        page = take_up(proposal=proposal, by=request.user, now=timezone.now())
    except AlreadyDecided:
        messages.info(request, _("Somebody has decided about this already."))
        return redirect("proposals:list")
    messages.success(request, _("Here is the draft. Choose the kind and the day, then publish it."))
    return redirect("wagtailadmin_pages:edit", page.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def proposal_refuse(request, pk: int):
    """Ask why it does not become an event; then tell the proposer."""
    proposal = proposal_for(request.user, pk)
    form = RefusalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            reason = form.cleaned_data["reason"]
            refuse_proposal(proposal=proposal, reason=reason, now=timezone.now())
        except AlreadyDecided:
            messages.info(request, _("Somebody has decided about this already."))
        else:
            messages.success(request, _("It was refused, and the proposer gets a letter."))
        return redirect("proposals:list")
    context = header(_("Refuse a proposed event"), "date") | {"proposal": proposal, "form": form}
    return render(request, "events/admin/proposal_refuse.html", context)
