"""Signing up, and looking at what one has signed up for."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from core import errors
from core.access import SignInNeeded
from core.csrf import told_of_old_forms
from core.frames import personal_shell
from core.qr import qr_svg
from core.shell import Link
from events import actions
from events.access import door_word_of, event_for, page_of, sign_up_by, word_of
from events.models import Certificate, SignUp
from events.sign_up import kind
from events.sign_up.forms import ChangeForm, SignUpForm, beginning_of
from events.sign_up.offers import Offer, offer_at, offers_of, times_of
from events.sign_up.terms import is_for_each
from members.pending import Refused
from members.taking_part import take_part
from notifications.links import address

FORBIDDEN = 403
WRITES = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@told_of_old_forms
@WRITES
def sign_up(request, key):
    """What one can sign up for, and the form for it; a POST signs up."""
    now = timezone.now()
    try:
        page = event_for(request.user, key, now)
    except SignInNeeded:
        return errors.sign_in(request)
    offers = offers_of(page, now)
    offer = _asked(request, page, offers)
    if offer is None:
        return _page(request, page, offers=offers)
    if mine := _own(request.user, offer):
        return redirect("events:my-sign-up", word_of(mine))
    if not offer.standing.takes_more:
        return _page(request, page, offer=offer)
    form = _form(request, offer, now)
    if request.method == "POST" and not request.is_old_form and form.is_valid():
        payload = kind.payload_of(offer, form.wish(get_language()))
        answer = take_part(request, form, kind=kind.NAME, payload=payload, now=now)
        if answer:
            return answer
    return _page(request, page, offer=offer, form=form)


def _asked(request, page, offers) -> Offer | None:
    """The one that the address names; None where there is one to choose."""
    if not is_for_each(page):
        return offers[0]
    asked = request.GET.get("of", "")
    if not asked:
        return None
    found = next((each for each in offers if each.term.of.isoformat() == asked), None)
    if found is None:
        raise Http404
    return found


def _own(person, offer) -> SignUp | None:
    if not (person.is_authenticated and offer.seating.pk):
        return None
    return SignUp.objects.standing().filter(seating=offer.seating, person=person).first()


def _form(request, offer, now) -> SignUpForm:
    person = request.user
    name = person.display_name if person.is_authenticated else ""
    return SignUpForm(
        request.POST if request.method == "POST" else None,
        initial={"name": name},
        page=offer.page,
        most=offer.most,
        person=person,
        language=get_language(),
        now=now,
    )


def _page(request, page, **context):
    above = [Link(page.title, page.url_path)]
    title = _("Sign up: %(title)s") % {"title": page.title}
    shell = personal_shell(request, title, "events:sign-up", page.translation_key, below=above)
    is_old = request.is_old_form
    context |= {"shell": shell, "event": page, "is_old_form": is_old}
    return render(request, "events/sign_up.html", context, status=FORBIDDEN if is_old else 200)


@never_cache
@told_of_old_forms
@WRITES
def my_sign_up(request, word: str):
    """A sign-up as it stands, for whoever has its link; a POST changes it."""
    now = timezone.now()
    mine = sign_up_by(word)
    page = page_of(mine.seating.event_key)
    offer = offer_at(page, mine.seating, now) if page else None
    form = _change_form(request, mine, offer, now)
    if form and form.is_bound and not request.is_old_form and form.is_valid():
        wish = form.wish(mine.language or get_language())
        try:
            actions.change_sign_up(sign_up=mine, wish=wish, now=now)
        except Refused as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("Your sign-up was changed."))
            return redirect("events:my-sign-up", word)
    context = {
        "shell": personal_shell(request, _("Your sign-up"), "events:my-sign-up", word),
        "sign_up": mine,
        "event": page,
        "offer": offer,
        "times": times_of(mine.seating.event_key, mine.seating.of),
        "form": form,
        "word": word,
        "door_code": _door_code(mine, offer, now),
        "certificate": Certificate.objects.filter(sign_up=mine).exclude(name="").first(),
        "is_old_form": request.is_old_form,
    }
    status = FORBIDDEN if request.is_old_form else 200
    return render(request, "events/my_sign_up.html", context, status=status)


def _change_form(request, mine, offer, now) -> ChangeForm | None:
    """The form for what can still be changed; None where nothing can."""
    if mine.is_cancelled or offer is None or _has_begun(offer, now):
        return None
    return ChangeForm(
        request.POST if request.method == "POST" else None,
        initial=beginning_of(mine, offer.page),
        page=offer.page,
        most=max(offer.most, mine.party_size),
    )


def _door_code(mine, offer, now) -> str:
    """What is shown at the door, as a picture; nothing where nobody is let in any more."""
    is_over = offer is None or offer.term.ends_at is None or offer.term.ends_at <= now
    if mine.is_cancelled or is_over:
        return ""
    return qr_svg(address("events:at-the-door", door_word_of(mine)), _("Code for the door"))


def _has_begun(offer, now) -> bool:
    return offer.term.last_begins_at is not None and offer.term.last_begins_at <= now


@never_cache
@require_POST
def my_sign_up_cancel(request, word: str):
    """Cancel the sign-up."""
    actions.cancel_sign_up(sign_up=sign_up_by(word), now=timezone.now())
    messages.success(request, _("Your sign-up was cancelled. Thank you for telling us."))
    return redirect("events:my-sign-up", word)
