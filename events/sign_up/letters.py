"""The letters to those who signed up: their kinds, and what they say when they leave."""

from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from communities.access import community_above
from communities.letters import names_of
from events.access import page_of, word_of
from events.models import Certificate, KeptOccurrence, SignUp
from events.said_of_times import SaidOfTime, said_of_times
from events.sign_up import telling
from events.sign_up.offers import SHOWN, offer_at, times_of
from events.sign_up.terms import source_of
from events.templatetags.events import time_in_words
from notifications.kinds import Kind, register
from notifications.links import absolute, address

A_WEEK, A_DAY = timedelta(days=7), timedelta(days=1)


def about(letter, now) -> dict | None:
    """What every one of them says of the event and the sign-up, in the reader's language."""
    sign_up = _sign_up_of(letter)
    page = page_of(sign_up.seating.event_key) if sign_up else None
    return _said_of(page, sign_up, letter) if page else None


def about_message(letter, now) -> dict | None:
    """The same; organisers may also write of what is off the site for a time."""
    sign_up = _sign_up_of(letter)
    key = sign_up.seating.event_key if sign_up else None
    page = (page_of(key) or source_of(key)) if sign_up else None
    return _said_of(page, sign_up, letter) if page else None


def _said_of(page, sign_up: SignUp, letter) -> dict:
    of = letter.context.get("of") or sign_up.seating.of
    times = times_of(page.translation_key, date.fromisoformat(str(of)) if of else None)
    shows_online = sign_up.is_confirmed or not page.timed.is_online_for_signed_up
    community = community_above(page)
    names = names_of(community.translation_key, page.locale.language_code) if community else {}
    return {
        **names,
        "title": page.title,
        "times": [time_in_words(each) for each in times],
        "place": ", ".join(filter(None, (page.place_name, page.address))),
        "pick_up": sign_up.pick_up,
        "online_url": page.online_url if shows_online else "",
        "why": page.status_reason,
        "people": sign_up.party_size,
        "line": sign_up.line,
        "is_waiting": sign_up.is_waiting,
        "organiser_email": page.contact_email,
        "organiser_phone": page.contact_phone,
        "event_url": absolute(page.url_path),
        "action_url": address("events:my-sign-up", word_of(sign_up)),
    }


def about_cancelled(letter, now) -> dict | None:
    """The same, with the times that do not take place and why."""
    said, sign_up = about(letter, now), _sign_up_of(letter)
    if said is None:
        return None
    key, of = sign_up.seating.event_key, sign_up.seating.of
    page = page_of(key)
    times = KeptOccurrence.objects.filter(event_key=key, ends_at__gt=now)
    times = list((times if of is None else times.filter(of=of)).order_by("starts_at", "pk")[:SHOWN])
    words = [time_in_words(each) for each in times]
    note = said_of_times(page, page.timed).get(of, SaidOfTime()).note.text
    # A day that is not in the calendar any more has no hours.
    gone = [date_format(of, "DATE_FORMAT")] if of else []
    return {**said, "off_times": words or gone, "why": said["why"] or note}


def _sign_up_of(letter) -> SignUp | None:
    rows = SignUp.objects.select_related("seating").filter(seating__erased_at=None)
    return rows.filter(pk=letter.context.get("sign_up"), person=letter.person_id).first()


def _while(*states):
    """Nothing is said that is not true any more when the letter leaves."""

    def may_receive(letter, now) -> bool:
        sign_up = _sign_up_of(letter)
        return bool(sign_up and sign_up.state in states)

    return may_receive


def _is_coming(letter, now) -> bool:
    """Whoever is reminded still comes, and it takes place and has not begun."""
    sign_up = _sign_up_of(letter)
    if not (sign_up and sign_up.is_confirmed):
        return False
    times = KeptOccurrence.objects.filter(
        event_key=sign_up.seating.event_key, of=letter.context["of"], is_cancelled=False
    )
    page = page_of(sign_up.seating.event_key)
    return bool(page and page.takes_place and times.filter(starts_at__gt=now).exists())


def _has_certificate(letter, now) -> bool:
    """It was not taken back meanwhile."""
    sign_up = _sign_up_of(letter)
    return bool(sign_up and Certificate.objects.filter(sign_up=sign_up).exclude(name=""))


def about_certificate(letter, now) -> dict | None:
    """Where the certificate is, and until when."""
    sign_up = _sign_up_of(letter)
    said = about(letter, now) if sign_up else None
    if said is None:
        return None
    offer = offer_at(page_of(sign_up.seating.event_key), sign_up.seating, now)
    until = date_format(offer.erased_on, "DATE_FORMAT") if offer.erased_on else ""
    url = address("events:my-certificate", word_of(sign_up))
    return {**said, "certificate_url": url, "until": until}


OF_THEIR_OWN = {telling.EVENT_CANCELLED: about_cancelled, telling.MESSAGE: about_message}


def register_kinds():
    """Register the kinds, once, when Django starts."""
    seat, line, gone = SignUp.State.CONFIRMED, SignUp.State.WAITING, SignUp.State.CANCELLED
    for name, label, may_receive, good_for in (
        (telling.CONFIRMED, _("A sign-up has its seats"), _while(seat), A_WEEK),
        (telling.WAITING, _("A sign-up waits in line"), _while(line), A_WEEK),
        (telling.PROMOTED, _("A seat came free"), _while(seat), A_WEEK),
        (telling.CHANGED, _("A sign-up was changed"), _while(seat, line), A_WEEK),
        (telling.CANCELLED, _("A sign-up was cancelled"), _while(gone), A_WEEK),
        (telling.EVENT_CHANGED, _("An event has changed"), _while(seat, line), A_WEEK),
        (telling.EVENT_CANCELLED, _("An event does not take place"), _while(seat, line), A_WEEK),
        (telling.REMINDER, _("Reminder of an event"), _is_coming, A_DAY),
        (telling.MESSAGE, _("From the organiser of an event"), _while(seat, line), A_WEEK),
    ):
        context = OF_THEIR_OWN.get(name, about)
        register(Kind(name, _template(name), may_receive, context, label, good_for))
    name, label = telling.CERTIFICATE, _("A certificate of participation")
    register(Kind(name, _template(name), _has_certificate, about_certificate, label, A_WEEK))


def _template(name: str) -> str:
    return f"events/letters/{name.partition('.')[2].replace('-', '_')}.txt"
