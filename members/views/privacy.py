"""A person's own data: have it, delete it, keep it after all; and the rules."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.client import client_address
from members import actions, periods
from members.access import erasure_for, export_for
from members.frames import my_page_link, personal_shell
from members.models import ConsentText, Erasure
from members.taking_part import too_many


@never_cache
@login_required
@require_safe
def my_data(request):
    """What can be done with one's data."""
    context = {
        "shell": _shell_below_mine(request, _("My data"), "members:my-data"),
        "export": request.user.exports.order_by("-asked_at", "-pk").first(),
        "erasure": Erasure.objects.filter(person=request.user).first(),
        "grace_days": periods.grace().days,
        "now": timezone.now(),
    }
    return render(request, "members/my_data.html", context)


@never_cache
@login_required
@require_POST
def export_ask(request):
    """Ask for one's data."""
    is_new = actions.ask_export(person=request.user, language=get_language(), now=timezone.now())
    if is_new:
        messages.success(
            request, _("Your data is being gathered. We will write to you when it is ready.")
        )
    else:
        messages.info(
            request, _("You have asked for your data already. It can be asked for once a day.")
        )
    return redirect("members:my-data")


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def export_fetch(request, token):
    """The page of a link to one's data; a POST fetches the file, once."""
    export, now = export_for(request.user, token), timezone.now()
    if request.method == "POST":
        try:
            file = actions.fetch_export(export=export, now=now)
        except actions.NoLonger:
            return redirect("members:export-fetch", token)
        name = _("my-data") + f"-{timezone.localdate(export.asked_at):%Y-%m-%d}.zip"
        return FileResponse(file, as_attachment=True, filename=name)
    context = {
        "shell": _shell_below_mine(request, _("My data"), "members:export-fetch", token),
        "is_ready": export.fetched_at is None and export.expires_at > now,
    }
    return render(request, "members/export_fetch.html", context)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def erasure_ask(request):
    """What deleting means; a POST sends a code to the person's address to make sure."""
    if request.method == "POST":
        try:
            action = actions.begin_pending(
                kind="members.erase",
                payload={"person": str(request.user.key)},
                address=request.user.email,
                language=get_language(),
                now=timezone.now(),
                client_address=client_address(request),
            )
        except actions.TooMany:
            messages.error(request, too_many())
        else:
            return redirect("members:pending-begun", action.key)
    context = {
        "shell": _shell_below_mine(request, _("Delete my account"), "members:erasure-ask"),
        "erasure": Erasure.objects.filter(person=request.user).first(),
        "grace_days": periods.grace().days,
    }
    return render(request, "members/erasure_ask.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def erasure_cancel(request, token):
    """The page of a link that keeps an account; a POST keeps it."""
    erasure = erasure_for(token)
    is_kept = erasure is None
    if request.method == "POST" and erasure:
        actions.cancel_erasure(erasure=erasure)
        return redirect("members:erasure-cancel", token)
    context = {
        "shell": personal_shell(request, _("Keep my account"), "members:erasure-cancel", token),
        "erasure": erasure,
        "is_kept": is_kept,
    }
    return render(request, "members/erasure_cancel.html", context)


@never_cache
@login_required
@require_POST
def erasure_stop(request):
    """Keep one's own account, by whoever is signed in to it."""
    for erasure in Erasure.objects.filter(person=request.user):
        actions.cancel_erasure(erasure=erasure)
        messages.success(request, _("Your account stays."))
    return redirect("members:my-page")


@never_cache
@require_safe
def rules(request):
    """What people agree to, in the newest version."""
    text = ConsentText.objects.current(ConsentText.Kind.RULES, get_language(), timezone.now())
    if text is None:
        raise Http404
    shell = personal_shell(request, _("Rules and privacy"), "members:rules")
    return render(request, "members/rules.html", {"shell": shell, "text": text})


def _shell_below_mine(request, title, name, *arguments):
    below = [my_page_link(_("My page"))]
    return personal_shell(request, title, name, *arguments, below=below)
