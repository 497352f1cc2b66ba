"""Coming in: by a code from a letter or by a password."""

import secrets

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import (
    perform_login,
    perform_password_login,
    record_authentication,
)
from allauth.account.internal.stagekit import clear_login
from allauth.account.models import Login
from allauth.account.utils import get_next_redirect_url
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from members.accounts import letter_word
from members.accounts.forms import SignInForm
from members.accounts.limits import Attempt
from members.accounts.pages import page
from members.accounts.pending_code import PendingCodes
from members.accounts.shown import shown_people
from members.actions import person_for_address
from members.forms import CodeForm
from members.models import ConsentText
from notifications.actions import queue
from notifications.links import address as link_address

SIGN_IN_KEY = "sign_in_code"


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("password")
def sign_in(request, word=""):
    """The one door: an address, then a code from a letter or the password.

    Whoever comes by the link of a letter to the address they type is counted by themselves.
    """
    next_url = get_next_redirect_url(request)
    if request.user.is_authenticated:
        if (next_url or "").startswith("/admin/") and not may_work(request.user):
            # The backstage would send them here again, and so on without end.
            raise PermissionDenied
        return redirect(next_url or get_adapter(request).get_login_redirect_url(request))
    if request.method != "POST":
        return _sign_in_page(request, SignInForm())
    form = SignInForm(request.POST)
    if not form.is_valid():
        return _sign_in_page(request, form)
    letter_word.keep(request, word, form.cleaned_data["email"])
    if form.cleaned_data["password"]:
        return _by_password(request, form, next_url)
    return _send_code(request, form, next_url)


def may_work(person) -> bool:
    """Whether the backstage is open to the person."""
    return person.has_perm("wagtailadmin.access_admin")


def _sign_in_page(request, form, status=200):
    context = {
        "form": form,
        "is_from_letter": _is_from_letter(request),
        "next": get_next_redirect_url(request) or "",
        "shown_people": shown_people(),
        "rules": ConsentText.objects.current(
            ConsentText.Kind.RULES, get_language(), timezone.now()
        ),
    }
    return page(request, "account/login.html", context, status)


def _is_from_letter(request) -> bool:
    return request.resolver_match.url_name == "account_from_letter"


def _by_password(request, form, next_url):
    """Sign in; one and the same answer for a wrong password and an unknown address."""
    address = form.cleaned_data["email"]
    attempt = Attempt(request, "password", address)
    if not attempt.is_allowed:
        form.add_error(None, _too_many_passwords())
        return _sign_in_page(request, form, status=429)
    credentials = {"email": address, "password": form.cleaned_data["password"]}
    person = get_adapter(request).authenticate(request, **credentials)
    if person is None:
        form.add_error(None, _("The address or the password is not right. A code always works."))
        return _sign_in_page(request, form)
    attempt.give_back()
    clear_login(request)
    login = Login(user=person, email=address, redirect_url=next_url)
    return perform_password_login(request, credentials, login)


def _too_many_passwords() -> str:
    return _(
        "There were too many wrong passwords. Have a code sent instead, or wait a quarter of an "
        "hour and try again."
    )


def _send_code(request, form, next_url):
    """Send a code to any address alike: it is not even looked up whether somebody has it."""
    address = form.cleaned_data["email"]
    if not Attempt(request, "letter", address).is_allowed:
        form.add_error(None, _too_many_codes(request, address))
        return _sign_in_page(request, form, status=429)
    now, facts = timezone.now(), {"address": address, "next": next_url or ""}
    send_sign_in_code(request, facts, now=now)
    return redirect("account_confirm_login_code")


def _too_many_codes(request, address) -> str:
    """What to do now: the same words whether or not somebody has the address."""
    if letter_word.kept(request, address):
        return _("Several codes were asked for already. Look for the letter, or wait a while.")
    if _is_from_letter(request):
        return _(
            "The link that you opened is older than a day, or its letter went to another address. "
            "Open the newest letter from us to the address that you typed, and press the link "
            "in it."
        )
    return _(
        "Several codes were asked for already. Open the newest letter with a code from us and "
        "press the link in it: then you can sign in, whatever others try. No letter? Look among "
        "the unwanted mail too, or wait a while."
    )


def send_sign_in_code(request, facts: dict, *, now):
    """Wait for a code in this browser and queue the letter with it."""
    codes = PendingCodes(request.session, SIGN_IN_KEY).begin(facts, ("code",), now)
    with transaction.atomic():
        queue(
            kind="sign-in-code",
            about=f"sign-in:{secrets.token_hex(8)}",
            now=now,
            address=facts["address"],
            language=get_language(),
            context={
                "code": codes["code"],
                "link": link_address("account_from_letter", letter_word.word_for(facts["address"])),
            },
        )


@require_http_methods(["GET", "HEAD", "POST"])
def confirm_code(request):
    """Sign in by the code from the letter; whoever has no account yet gets one."""
    now, waiting = timezone.now(), PendingCodes(request.session, SIGN_IN_KEY)
    if request.user.is_authenticated or waiting.is_over(now):
        return redirect("account_login")
    context = {"email": waiting.facts["address"]}
    if request.method != "POST":
        return page(request, "account/confirm_code.html", {**context, "form": CodeForm()})
    form = CodeForm(request.POST)
    if form.is_valid():
        attempt = Attempt(request, "code", waiting.facts["address"])
        if not attempt.is_allowed:
            form.add_error(
                None, _("There were too many tries. Wait a quarter of an hour, then try again.")
            )
            return page(request, "account/confirm_code.html", {**context, "form": form}, 429)
        if waiting.try_codes(form.cleaned_data):
            attempt.give_back()
            return _enter(request, waiting, now)
        if waiting.is_over(now):
            return page(request, "account/code_over.html", status=403)
        form.add_error("code", _("This is not the code from the latest letter."))
    return page(request, "account/confirm_code.html", {**context, "form": form})


def _enter(request, waiting: PendingCodes, now):
    facts = waiting.facts
    waiting.end()
    clear_login(request)
    person = person_for_address(address=facts["address"], language=get_language(), now=now)
    record_authentication(request, person, method="code", email=facts["address"])
    login = Login(user=person, email=facts["address"], redirect_url=facts["next"] or None)
    return perform_login(request, login)
