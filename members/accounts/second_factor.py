"""The second step: whose work needs one, and the guard before the backstage."""

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from core.roles import is_editor

BACKSTAGE = "/admin/"
# Where somebody comes in and goes out.
DOORS = ("/admin/login/", "/admin/logout/")
RETURN_KEY = "second_factor_return"


def role_in_backstage(person) -> str:
    """The role that the settings know the person by: administrator, editor or leader."""
    if person.is_superuser:
        return "administrator"
    return "editor" if is_editor(person) else "leader"


def needs_second_factor(person) -> bool:
    """Whether the site's settings ask a second step of people like this one."""
    return bool(settings.SECOND_FACTOR_ROLES) and (
        role_in_backstage(person) in settings.SECOND_FACTOR_ROLES
    )


def has_second_factor(person) -> bool:
    """Whether the person has set up a second step; spare codes alone are none."""
    steps = Authenticator.objects.filter(user_id=person.pk)
    return steps.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()


def was_used(request) -> bool:
    """Whether the second step was taken in this very session."""
    records = get_authentication_records(request, request.user)
    return any(record["method"] == "mfa" for record in records)


def note_set_up(request, authenticator):
    """Whoever has just set up a second step has it in their hands."""
    record_authentication(
        request, request.user, "mfa", id=authenticator.pk, type=authenticator.type
    )


class SecondFactorMiddleware:
    """Keeps the backstage closed to those who need a second step and have not taken it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        path = request.path_info
        if path.startswith(BACKSTAGE) and path not in DOORS and settings.SECOND_FACTOR_ROLES:
            return self._missing(request) or self.get_response(request)
        return self.get_response(request)

    def _missing(self, request):
        person = request.user
        if not person.is_authenticated or not needs_second_factor(person):
            return None
        is_set_up = has_second_factor(person)
        if is_set_up and was_used(request):
            return None
        if request.method not in ("GET", "HEAD") or _asks_for_data(request):
            raise PermissionDenied
        return _to_second_step(request, is_set_up)


def _asks_for_data(request) -> bool:
    return request.headers.get("X-Requested-With") == "XMLHttpRequest"


def _to_second_step(request, is_set_up: bool):
    where = request.get_full_path()
    if is_set_up:
        kinds = set(
            Authenticator.objects.filter(user_id=request.user.pk).values_list("type", flat=True)
        )
        by_key = Authenticator.Type.TOTP not in kinds
        name = "mfa_reauthenticate_webauthn" if by_key else "mfa_reauthenticate"
        return redirect(f"{reverse(name)}?{urlencode({'next': where})}")
    request.session[RETURN_KEY] = where
    return redirect("mfa_index")
