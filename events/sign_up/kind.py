"""Signing up with an e-mail address alone, as a pending action of `members`."""

from dataclasses import asdict
from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.access import SignInNeeded
from events.access import event_for, word_of
from events.actions import Wish, sign_up
from members.pending import PendingKind, Refused, register

NAME = "events.sign-up"


def payload_of(offer, wish: Wish) -> dict:
    """What waits until the address is confirmed."""
    of = offer.term.of
    return {
        "event": str(offer.page.translation_key),
        "of": of.isoformat() if of else None,
        "wish": asdict(wish),
        "about": offer.page.title,
    }


def run_sign_up(*, person, payload, now) -> str:
    """Sign the person up; the address of what came of it."""
    try:
        page = event_for(person, payload["event"], now)
    except (Http404, PermissionDenied, SignInNeeded):
        raise Refused(_("This event is not on the site any more.")) from None
    of = date.fromisoformat(payload["of"]) if payload["of"] else None
    made = sign_up(page=page, of=of, person=person, wish=Wish(**payload["wish"]), now=now)
    return reverse("events:my-sign-up", args=[word_of(made)])


def _describe(payload) -> str:
    return _("You will be signed up for “%(about)s”.") % payload


def register_kind():
    """Register it, once, when Django starts."""
    done = gettext_lazy("Thank you! Your sign-up has arrived.")
    register(PendingKind(NAME, run_sign_up, _describe, button=gettext_lazy("Sign up"), done=done))
