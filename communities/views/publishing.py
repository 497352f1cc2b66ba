"""Deciding about a page that waits, and taking a page off the site."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.models import TaskState

from communities import access, actions
from communities.forms import DecidePageForm
from communities.views.header import header


@require_http_methods(["GET", "POST"])
def page_decide(request, pk: int):
    """A page that waits, with what approves it and what returns it."""
    state = access.task_for(request.user, pk)
    page = state.workflow_state.content_object.specific
    form = DecidePageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        _decide(request, state, form)
        return redirect("publishing:decide", pk)
    context = header(_("Decide about a page"), "check") | {
        "page": page,
        "state": state,
        "author": state.workflow_state.requested_by,
        "community": access.community_above(page),
        "form": form,
        "is_waiting": state.status == TaskState.STATUS_IN_PROGRESS,
    }
    return render(request, "communities/admin/page_decide.html", context)


def _decide(request, state, form):
    is_approved = form.cleaned_data["decision"] == DecidePageForm.Decision.APPROVE
    try:
        actions.decide_page(
            task_state=state,
            is_approved=is_approved,
            comment=form.cleaned_data["comment"],
            by=request.user,
            now=timezone.now(),
        )
    except actions.AlreadyDecided:
        messages.info(request, _("Somebody has decided about this page already."))
    else:
        messages.success(
            request,
            _("The page is approved. Its author gets a letter.")
            if is_approved
            else _("The page went back. Its author gets a letter with your comment."),
        )


@require_http_methods(["GET", "POST"])
def page_withdraw(request, pk: int):
    """Ask before a live page is taken off the site; then do it."""
    page = access.page_to_withdraw(request.user, pk)
    if request.method == "POST":
        actions.withdraw_page(page=page, by=request.user, now=timezone.now())
        messages.success(
            request, _("The page is off the site. It is kept as a draft; the editors were told.")
        )
        return redirect("wagtailadmin_pages:edit", pk)
    context = header(_("Take off the site"), "no-view") | {"page": page}
    return render(request, "communities/admin/page_withdraw.html", context)
