"""Proposing an event for the calendar."""

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.csrf import told_of_old_forms
from core.frames import personal_shell
from events.proposing import kind
from events.proposing.forms import ProposalForm
from members.taking_part import take_part

FORBIDDEN = 403


@never_cache
@told_of_old_forms
@require_http_methods(["GET", "HEAD", "POST"])
def propose(request):
    """The form; a POST sends it, or asks for the address first."""
    now = timezone.now()
    is_old, is_sent = request.is_old_form, request.method == "POST"
    form = ProposalForm(
        request.POST if is_sent else None, person=request.user, language=get_language(), now=now
    )
    if is_sent and not is_old and form.is_valid():
        answer = take_part(request, form, kind=kind.NAME, payload=form.payload, now=now)
        if answer:
            return answer
    shell = personal_shell(request, _("Propose an event"), "events:propose")
    context = {"shell": shell, "form": form, "is_old_form": is_old}
    status = FORBIDDEN if is_old else 200
    return render(request, "events/proposing/propose.html", context, status=status)
