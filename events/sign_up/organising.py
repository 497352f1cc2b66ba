"""What organisers see of sign-ups and do with them; every write is a POST of its own."""

from urllib.parse import urlencode
from uuid import uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.frames import personal_shell
from core.shell import Link
from events import actions
from events.access import organised_event, sign_up_at
from events.sign_up.exports import TYPES, export
from events.sign_up.forms import CameForm, HandForm, MessageForm, PlaceForm, SeatsForm
from events.sign_up.listing import came_on, day_at, days_of, door_list_of, part_of, table_of
from events.sign_up.offers import Offer, offer_at
from events.sign_up.terms import is_for_each, seatings_of, terms_of
from members.pending import Refused

BAD = 400
# A school class comes as one party.
MOST_BY_HAND = 50
LONGEST_WORDS = 100


@never_cache
@login_required
@require_safe
def sign_ups(request, key):
    """Who has signed up, and everything that organisers can do about it."""
    page = organised_event(request.user, key)
    return _list(request, page, _offer(request.GET, page))


def _offer(asked, page) -> Offer:
    """What the address or the form names; raises Http404 for what is not there."""
    terms = terms_of(page)
    of = asked.get("of", "")
    if is_for_each(page) and not of:
        coming = [each for each in terms if each.ends_at and each.ends_at > timezone.now()]
        terms = (coming or terms[-1:])[:1]
    elif is_for_each(page):
        terms = [each for each in terms if each.of.isoformat() == of]
    if not terms:
        raise Http404
    return offer_at(page, seatings_of(page, terms)[0], timezone.now())


def _seating(request, page):
    """The seats that a form is about, kept from now on."""
    offer = _offer(request.POST, page)
    return offer, actions.open_seating(page=page, of=offer.term.of)


def _list(request, page, offer, *, status=200, **forms):
    seating = offer.seating
    context = {
        "shell": _shell(request, page, _("Sign-ups"), "events:sign-ups"),
        "event": page,
        "offer": offer,
        "terms": terms_of(page) if is_for_each(page) else [],
        **_ways(request, "events:sign-ups", offer, part_of(page, seating, after=_after(request))),
        "hand": HandForm(page=page, most=_most_by_hand(page)),
        "seats": SeatsForm(initial={"capacity": seating.capacity}),
        "letter": MessageForm(initial={"key": uuid4()}),
        **forms,
    }
    return render(request, "events/sign_ups.html", context, status=status)


def _most_by_hand(page) -> int:
    # A certificate is for one person.
    return 1 if page.gives_certificates else MOST_BY_HAND


def _shell(request, page, title, name):
    above = [Link(page.title, page.url_path)]
    return personal_shell(request, title, name, page.translation_key, below=above)


def _back(offer, **more):
    return redirect(_address("events:sign-ups", offer, **more))


def _address(name: str, offer, **more) -> str:
    """The address of a list of what is offered, with what else it is asked for."""
    of = offer.term.of.isoformat() if offer.term.of else ""
    query = urlencode({name: value for name, value in {"of": of, **more}.items() if value})
    return reverse(name, args=[offer.page.translation_key]) + (f"?{query}" if query else "")


def _ways(request, name: str, offer, part, **asked) -> dict:
    """A part of the list of this name, and where that begins and goes on."""
    return {
        "part": part,
        "after": _after(request),
        "first": _address(name, offer, **asked),
        "next": _address(name, offer, **asked, after=part.goes_on),
    }


def _after(request) -> int | None:
    """After which sign-up the list goes on; None for its beginning."""
    form = PlaceForm(request.POST or request.GET)
    return form.cleaned_data["after"] if form.is_valid() else None


@never_cache
@login_required
@require_POST
def sign_ups_add(request, key):
    """Write down somebody who calls."""
    page = organised_event(request.user, key)
    offer = _offer(request.POST, page)
    form = HandForm(request.POST, page=page, most=_most_by_hand(page))
    if form.is_valid():
        try:
            made = actions.sign_up(
                page=page,
                of=offer.term.of,
                person=None,
                wish=form.wish("lv"),
                now=timezone.now(),
                entered_by=request.user,
            )
        except Refused as refusal:
            form.add_error(None, refusal.message)
        else:
            said = _("%(name)s waits in line.") if made.is_waiting else _("%(name)s has a seat.")
            messages.success(request, said % {"name": made.name})
            return _back(offer)
    return _list(request, page, offer, hand=form, status=BAD)


@never_cache
@login_required
@require_POST
def sign_ups_seats(request, key):
    """Raise or lower the number of seats."""
    page = organised_event(request.user, key)
    form = SeatsForm(request.POST)
    if not form.is_valid():
        return _list(request, page, _offer(request.POST, page), seats=form, status=BAD)
    offer, seating = _seating(request, page)
    capacity = form.cleaned_data["capacity"]
    promoted = actions.set_capacity(seating=seating, capacity=capacity, now=timezone.now())
    said = ngettext(
        "Kept. %(count)s sign-up has moved up from the line.",
        "Kept. %(count)s sign-ups have moved up from the line.",
        len(promoted),
    )
    messages.success(request, said % {"count": len(promoted)} if promoted else _("Kept."))
    return _back(offer)


@never_cache
@login_required
@require_POST
def sign_ups_close(request, key):
    """Take no more sign-ups, or take them again."""
    page = organised_event(request.user, key)
    offer, seating = _seating(request, page)
    is_closed = request.POST.get("closes") == "1"
    actions.set_closed(seating=seating, is_closed=is_closed)
    said = _("Sign-up is closed.") if is_closed else _("Sign-up is open again.")
    messages.success(request, said)
    return _back(offer)


@never_cache
@login_required
@require_POST
def sign_ups_message(request, key):
    """Write to everybody who has signed up."""
    page = organised_event(request.user, key)
    form = MessageForm(request.POST)
    if not form.is_valid():
        return _list(request, page, _offer(request.POST, page), letter=form, status=BAD)
    offer, seating = _seating(request, page)
    count = actions.message_all(seating=seating, now=timezone.now(), **form.cleaned_data)
    said = ngettext("%(count)s letter leaves.", "%(count)s letters leave.", count)
    messages.success(request, said % {"count": count})
    return _back(offer)


@never_cache
@login_required
@require_POST
def sign_ups_cancel(request, key, pk: int):
    """Cancel a sign-up for somebody who calls."""
    page = organised_event(request.user, key)
    sign_up = actions.cancel_sign_up(sign_up=sign_up_at(page, pk), now=timezone.now())
    messages.success(request, _("The sign-up of %(name)s was cancelled.") % {"name": sign_up.name})
    return _back(offer_at(page, sign_up.seating, timezone.now()), after=_after(request))


@never_cache
@login_required
@require_POST
def sign_ups_export(request, key):
    """The list as a file; the site's history says who took it."""
    page = organised_event(request.user, key)
    kind = request.POST.get("kind", "csv")
    if kind not in TYPES:
        raise Http404
    table = table_of(page, _offer(request.POST, page).seating)
    actions.note_export(page=page, by=request.user, kind=kind, count=len(table) - 1)
    answer = HttpResponse(export(table, kind), content_type=TYPES[kind])
    answer.headers["Content-Disposition"] = f'attachment; filename="{page.slug[:60]}.{kind}"'
    return answer


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def check_in(request, key):
    """Who came on a day, to be ticked off at the door; a POST ticks one sign-up."""
    page, now = organised_event(request.user, key), timezone.now()
    offer = _offer(request.POST or request.GET, page)
    days = days_of(offer.seating)
    day = _day_asked(request, days) or day_at(days, now)
    form, asked = CameForm(request.POST or None), request.POST or request.GET
    words, after = asked.get("q", "")[:LONGEST_WORDS], _after(request)
    shown = {"day": day.of.isoformat() if day else "", "q": words}
    if day and form.is_valid():
        sign_up = sign_up_at(page, form.cleaned_data["sign_up"])
        actions.check_in(sign_up=sign_up, of=day.of, came=form.cleaned_data["came"])
        here = _address("events:check-in", offer, **shown, after=after)
        return redirect(f"{here}#s{sign_up.pk}")
    of = day.of if day else None
    part = door_list_of(page, offer.seating, of, words=words, after=after)
    context = {
        "shell": _shell(request, page, _("Who came"), "events:check-in"),
        "event": page,
        "offer": offer,
        "days": days,
        "day": day,
        **_ways(request, "events:check-in", offer, part, **shown),
        "came": came_on(offer.seating, of),
        "words": words,
        "all": _address("events:check-in", offer, day=shown["day"]),
    }
    return render(request, "events/check_in.html", context)


def _day_asked(request, days):
    asked = (request.POST or request.GET).get("day", "")
    if not asked:
        return None
    found = next((each for each in days if each.of.isoformat() == asked), None)
    if found is None:
        raise Http404
    return found
