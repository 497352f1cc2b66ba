"""Asking for what the library does not have."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.csrf import told_of_old_forms
from core.visit import visit_of
from library.asking.actions import ask_for_resource
from library.asking.forms import RequestForm
from library.asking.own import own_requests
from library.use.access import check_leader
from members.frames import personal_shell

FORBIDDEN = 403


@never_cache
@login_required
@told_of_old_forms
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request):
    """The form, and what one asked for before; a POST sends it to the editors."""
    check_leader(request.user)
    is_sent, is_old = request.method == "POST", request.is_old_form
    form = RequestForm(request.POST if is_sent else None)
    if is_sent and not is_old and form.is_valid():
        text = form.cleaned_data["text"]
        ask_for_resource(person=request.user, text=text, now=timezone.now())
        messages.success(request, _("The editors have it. You get a letter when it is answered."))
        return redirect("library:ask")
    shell = personal_shell(request, _("Ask for a resource"), "library:ask")
    context = {
        "shell": shell,
        "form": form,
        "is_old_form": is_old,
        "requests": own_requests(visit_of(request), request.user),
    }
    return render(request, "library/ask.html", context, status=FORBIDDEN if is_old else 200)
