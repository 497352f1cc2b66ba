"""From a view of any app to a pending action, in one call."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.client import client_address
from members import actions
from members.pending import Refused, kind_of


def take_part(request, form, *, kind: str, payload: dict, now: datetime) -> HttpResponse | None:
    """Do what was written, or keep it until its address is confirmed; the answer leads on.

    `form` is a valid `TakingPartForm`. None when it cannot be done: the form then says why, and
    still has all that was typed.
    """
    try:
        if request.user.is_authenticated:
            return _at_once(request, form, kind, payload, now)
        action = actions.begin_pending(
            kind=kind,
            payload=payload,
            address=form.cleaned_data["address"],
            language=get_language(),
            now=now,
            client_address=client_address(request),
            consent=form.consent,
        )
    except Refused as refusal:
        form.add_error(None, refusal.message)
    except actions.TooLarge:
        form.add_error(None, _("This is too long to be sent in one piece. Please shorten it."))
    except actions.TooMany:
        form.add_error(None, too_many())
    else:
        return redirect("members:pending-begun", action.key)
    return None


def too_many() -> str:
    """What is said to whoever begins too much."""
    return _("Much has been sent from here lately. Please try again in an hour.")


def _at_once(request, form, kind, payload, now) -> HttpResponse:
    url = actions.do_at_once(
        kind=kind, payload=payload, person=request.user, now=now, consent=form.consent
    )
    messages.success(request, str(kind_of(kind).done))
    return redirect(url)
