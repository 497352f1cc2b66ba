"""What a person keeps to sign in with: address, password, devices; each change is confirmed."""

import secrets

from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.reauthentication import resume_request
from allauth.account.utils import get_next_redirect_url
from allauth.core.internal import ratelimit
from allauth.mfa.utils import is_mfa_enabled
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from members.accounts import actions
from members.accounts.backend import person_of
from members.accounts.forms import AddressForm, PasswordForm, TwoCodesForm
from members.accounts.limits import APP
from members.accounts.own_letters import about_account
from members.accounts.pages import page
from members.accounts.pending_code import PendingCodes
from members.forms import CodeForm
from notifications.actions import queue

ADDRESS_KEY, AGAIN_KEY = "address_change", "sign_in_again"
GET_AND_POST = ["GET", "HEAD", "POST"]


@login_required
@require_http_methods(["GET", "HEAD"])
def home(request):
    """Everything about how the person signs in, in one list."""
    return page(request, "account/home.html", {"has_second_step": is_mfa_enabled(request.user)})


@login_required
@require_http_methods(GET_AND_POST)
def sessions(request):
    """Where the person is signed in; a POST ends one of the others, or all of them."""
    if request.method == "POST":
        chosen = request.POST.get("session", "")
        if chosen and not (chosen.isascii() and chosen.isdigit() and len(chosen) < 10):
            return redirect("usersessions_list")
        actions.end_sessions(
            person=request.user,
            kept_session=request.session.session_key,
            only=int(chosen) if chosen else None,
        )
        messages.success(request, _("Signed out there."))
        return redirect("usersessions_list")
    found = UserSession.objects.purge_and_list(request.user)
    found.sort(key=lambda session: (session.created_at, session.pk), reverse=True)
    return page(request, "usersessions/usersession_list.html", {"sessions": found})


@login_required
@require_http_methods(GET_AND_POST)
@sensitive_post_parameters("password")
@reauthentication_required(app="allauth.account")
def change_password(request):
    """Choose a password, the first or another; other devices are signed out."""
    form = PasswordForm(request.POST or None, person=request.user)
    if request.method != "POST" or not form.is_valid():
        return page(request, "account/password_change.html", {"form": form})
    actions.set_password(
        person=request.user,
        password=form.cleaned_data["password"],
        now=timezone.now(),
        kept_session=request.session.session_key,
    )
    update_session_auth_hash(request, request.user)
    messages.success(request, _("The password is changed. Other devices were signed out."))
    return redirect("account_home")


@login_required
@require_http_methods(GET_AND_POST)
@reauthentication_required(app="allauth.account")
def change_address(request):
    """Change the address, once a code from the old mailbox and one from the new are typed."""
    now, waiting = timezone.now(), PendingCodes(request.session, ADDRESS_KEY)
    asked = request.POST.get("action", "")
    if waiting.is_over(now) or asked == "begin":
        return _begin_change(request, waiting, now)
    if asked == "cancel":
        waiting.end()
        return redirect("account_email")
    return _confirm_change(request, waiting, now)


def _begin_change(request, waiting, now):
    form = AddressForm(
        request.POST if request.POST.get("action") == "begin" else None, person=request.user
    )
    if not form.is_valid():
        return page(request, "account/email_change.html", {"form": form})
    if not _may_send(request):
        form.add_error(None, _too_many_letters())
        return page(request, "account/email_change.html", {"form": form}, 429)
    _send_two_codes(request, waiting, form.cleaned_data["email"], now)
    return redirect("account_email")


@transaction.atomic
def _send_two_codes(request, waiting, address: str, now):
    """A code to each mailbox; whoever has the new address already is told instead of asked."""
    codes = waiting.begin({"address": address}, ("old", "new"), now)
    about = f"{about_account(request.user)}address:{secrets.token_hex(8)}"
    common = {"about": about, "now": now}
    change = {"why": "address", "new_address": address}
    queue(
        kind="account-code", person=request.user, context={**change, "code": codes["old"]}, **common
    )
    to_new = {"address": address, "language": get_language(), **common}
    if person_of(address):
        queue(kind="address-taken", **to_new)
    else:
        queue(kind="account-code", context={**change, "code": codes["new"]}, **to_new)


def _confirm_change(request, waiting, now):
    address = waiting.facts["address"]
    addresses = {"old": request.user.email, "new": address}
    form = TwoCodesForm(request.POST or None, addresses=addresses)
    if not form.is_valid():
        return page(request, "account/email_codes.html", {"form": form, **_named(addresses)})
    if not waiting.try_codes(form.cleaned_data):
        if waiting.is_over(now):
            messages.error(request, _("There were too many wrong codes. Begin once more."))
            return redirect("account_email")
        form.add_error(None, _("One of the codes is not right. Look for the latest letters."))
        return page(request, "account/email_codes.html", {"form": form, **_named(addresses)})
    waiting.end()
    kept = request.session.session_key
    try:
        actions.change_address(person=request.user, address=address, now=now, kept_session=kept)
    except actions.AddressTaken:
        messages.error(request, _("The address could not be changed. Nothing else has changed."))
        return redirect("account_email")
    messages.success(request, _("Your address is changed. Other devices were signed out."))
    return redirect("account_home")


def _named(addresses: dict[str, str]) -> dict[str, str]:
    return {f"{name}_address": address for name, address in addresses.items()}


@login_required
@require_http_methods(GET_AND_POST)
def reauthenticate_by_code(request):
    """Show once more who is there, by a code, for whoever has no password and no second step."""
    if is_mfa_enabled(request.user):
        raise PermissionDenied
    now, waiting = timezone.now(), PendingCodes(request.session, AGAIN_KEY)
    context = {"next": get_next_redirect_url(request) or "", "is_waiting": not waiting.is_over(now)}
    if request.POST.get("action") == "send":
        return _send_again_code(request, waiting, context, now)
    form = CodeForm(request.POST if request.method == "POST" and context["is_waiting"] else None)
    if form.is_valid():
        if waiting.try_codes(form.cleaned_data):
            waiting.end()
            record_authentication(request, request.user, method="code", reauthenticated=True)
            return resume_request(request) or redirect("account_home")
        context["is_waiting"] = not waiting.is_over(now)
        form.add_error("code", _("This is not the code from the latest letter."))
    return page(request, "account/reauthenticate_by_code.html", {**context, "form": form})


def _send_again_code(request, waiting, context, now):
    if not _may_send(request):
        messages.error(request, _too_many_letters())
        return page(request, "account/reauthenticate_by_code.html", context, 429)
    with transaction.atomic():
        codes = waiting.begin({}, ("code",), now)
        queue(
            kind="account-code",
            about=f"again:{secrets.token_hex(8)}",
            now=now,
            person=request.user,
            context={"why": "again", "code": codes["code"]},
        )
    context["is_waiting"] = True
    return page(request, "account/reauthenticate_by_code.html", {**context, "form": CodeForm()})


def _may_send(request) -> bool:
    key = f"own {request.user.pk}"
    return bool(ratelimit.consume(request, app=APP, action="letter:own", key=key))


def _too_many_letters() -> str:
    return _("Several codes were sent already. Look for the letters, or wait a quarter of an hour.")
