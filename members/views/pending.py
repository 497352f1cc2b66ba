"""Confirming what was written: by the code on the page where it began, or by the letter's link."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from core.client import client_address
from members import actions
from members.access import pending_by_key, pending_by_token
from members.forms import CodeForm
from members.frames import personal_shell
from members.pending import Refused, kind_of
from members.taking_part import too_many

OK, CONFLICT, GONE, TOO_MANY = 200, 409, 410, 429


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pending_begun(request, key):
    """Where the code is typed that went to the address; a POST tries it."""
    action, now = pending_by_key(key), timezone.now()
    place = ("members:pending-begun", action.key)
    if request.method != "POST" or not _is_waiting(action, now):
        return _begun_page(request, action, now, CodeForm())
    form = CodeForm(request.POST)
    if not form.is_valid():
        return _begun_page(request, action, now, form)
    try:
        actions.confirm_by_code(
            action=action,
            code=form.cleaned_data["code"],
            now=now,
            client_address=client_address(request),
        )
    except actions.WrongCode as wrong:
        form.add_error("code", _wrong_code(wrong.left))
        return _begun_page(request, action, now, form)
    except actions.TooMany:
        form.add_error(None, too_many())
        return _begun_page(request, action, now, form, TOO_MANY)
    except actions.NoLonger:
        form.add_error(None, _worn_out())
        action.refresh_from_db()
        return _begun_page(request, action, now, form, CONFLICT)
    except Refused as refusal:
        return _refused_page(request, action, place, refusal)
    return redirect(*place)


@never_cache
@require_POST
def pending_resend(request, key):
    """Send the letter again, and go back to where its code is typed."""
    action = pending_by_key(key)
    try:
        actions.resend_pending(
            action=action, now=timezone.now(), client_address=client_address(request)
        )
    except actions.TooMany:
        messages.warning(request, too_many())
    except actions.NoLonger:
        pass
    else:
        messages.success(request, _("If another letter may go there now, it is on its way."))
    return redirect("members:pending-begun", action.key)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pending_link(request, token):
    """What the letter's link leads to: a page that says what will happen; a POST does it."""
    action, now = pending_by_token(token), timezone.now()
    place = ("members:pending-link", token)
    if request.method == "POST" and _is_waiting(action, now):
        try:
            actions.confirm_pending(action=action, now=now)
        except Refused as refusal:
            return _refused_page(request, action, place, refusal)
        except actions.NoLonger:
            pass
        return redirect(*place)
    if not _is_waiting(action, now):
        return _ended_page(request, action, place)
    context = {"shell": personal_shell(request, _("Confirm"), *place), **_about(action)}
    return render(request, "members/pending_show.html", context)


def _is_waiting(action, now) -> bool:
    return action.done_at is None and action.expires_at > now


def _about(action) -> dict:
    kind = kind_of(action.kind)
    return {
        "action": action,
        "kind": kind,
        "what": kind.describe(action.payload) if action.done_at is None else "",
        "written": kind.written(action.payload) if action.done_at is None else "",
    }


def _begun_page(request, action, now, form, status=OK):
    place = ("members:pending-begun", action.key)
    if not _is_waiting(action, now):
        return _ended_page(request, action, place)
    shell = personal_shell(request, _("Confirm your address"), *place)
    context = {"shell": shell, "form": form, **_about(action)}
    return render(request, "members/pending_begun.html", context, status=status)


def _ended_page(request, action, place):
    """It is done, which is said as kindly the second time; or it is too old."""
    title = _("Done") if action.done_at else _("This has expired")
    context = {"shell": personal_shell(request, title, *place), **_about(action)}
    status = OK if action.done_at else GONE
    return render(request, "members/pending_ended.html", context, status=status)


def _refused_page(request, action, place, refusal):
    shell = personal_shell(request, _("This cannot be done now"), *place)
    context = {"shell": shell, "message": refusal.message, **_about(action)}
    return render(request, "members/pending_refused.html", context, status=CONFLICT)


def _wrong_code(left: int) -> str:
    if left:
        return _("This is not the code. Look at the newest letter and try again.")
    return _worn_out()


def _worn_out() -> str:
    return _("This code cannot be used any more. Ask for a new letter, or use the letter's link.")
