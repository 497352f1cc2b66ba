"""A decision as the person whom it is about sees it, and their one objection to it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from core.frames import personal_shell
from forum import access, actions
from forum.forms.moderating import ObjectionForm
from forum.views.signing_in import signed_in
from members.pending import Refused


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def decision_detail(request, key):
    """A decision for whoever has signed in: the person concerned, or a moderator."""
    decision = access.decision_for(request.user, key)
    is_about = decision.person_id == request.user.pk
    return _page(request, decision, ("forum:decision-detail", key), may_object=is_about)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def decision_letter(request, word: str):
    """The same by the link of a letter, which nobody else has."""
    decision = access.decision_by_word(word)
    return _page(request, decision, ("forum:decision-letter", word), may_object=True)


@never_cache
@require_POST
@signed_in
def block_end(request, pk: int):
    """Let somebody write again before their block is over."""
    block = access.block_for(request.user, pk)
    try:
        actions.unblock(block=block, by=request.user, now=timezone.now())
        messages.success(request, _("The person can write again."))
    except actions.AlreadyDecided:
        messages.warning(request, _("The block is over already."))
    return redirect("forum:queue")


def _page(request, decision, place, *, may_object: bool):
    now = timezone.now()
    may_object = may_object and actions.can_object(decision, now)
    form = ObjectionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if not may_object and not hasattr(decision, "objection"):
            raise PermissionDenied
        if form.is_valid() and _object(request, decision, form, now):
            return redirect(*place)
    context = {
        "shell": personal_shell(request, _("Decision about your post"), *place),
        "decision": decision,
        "objection": getattr(decision, "objection", None),
        "block": getattr(decision, "block", None),
        "may_object": may_object,
        "form": form,
        "now": now,
    }
    return render(request, "forum/decision_detail.html", context)


def _object(request, decision, form, now) -> bool:
    try:
        actions.object_to(decision=decision, text=form.cleaned_data["text"], now=now)
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return False
    messages.success(
        request, _("Your objection has arrived. Somebody else than before looks at it.")
    )
    return True
