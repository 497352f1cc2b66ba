"""The doors to sign-ups: for whoever comes, for the one whose it is, and for organisers."""

from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language

from communities.access import community_above, is_leader_of
from core.access import check_page
from core.roles import is_editor
from events.models import Certificate, EventPage, SignUp
from events.sign_up.terms import source_of

SALT, AT_THE_DOOR = "events.sign-up", "events.at-the-door"


def event_for(person, key, now) -> EventPage:
    """The event that takes sign-ups, in the active language where it is in it.

    Raises Http404, SignInNeeded or PermissionDenied as its page does.
    """
    page = page_of(key)
    if page is None or not page.timed.takes_sign_ups:
        raise Http404
    check_page(page, person, now)
    return page


def page_of(key) -> EventPage | None:
    """The event's live page in the active language, else the one that it is a translation of."""
    live = EventPage.objects.live().filter(translation_key=key)
    return live.filter(locale__language_code=get_language()).first() or (
        live.filter(locale__language_code="lv").first()
    )


def word_of(sign_up: SignUp) -> str:
    """The secret word in the link to a sign-up; whoever has it may change and cancel it."""
    return signing.Signer(salt=SALT).sign(str(sign_up.pk))


def door_word_of(sign_up: SignUp) -> str:
    """The word in the code that one shows at the door; it opens nothing but to organisers."""
    return signing.Signer(salt=AT_THE_DOOR).sign(str(sign_up.pk))


def sign_up_by(word: str, salt: str = SALT) -> SignUp:
    """The sign-up that the link opens; Http404 for a word of others and for what was erased."""
    try:
        pk = signing.Signer(salt=salt).unsign(word)
    except signing.BadSignature:
        raise Http404 from None
    rows = SignUp.objects.select_related("seating", "person").filter(seating__erased_at=None)
    return get_object_or_404(rows, pk=pk)


def may_organise(person, page) -> bool:
    """Whether the person sees who comes: leaders of the page's community, and editors."""
    if not person.is_authenticated:
        return False
    if is_editor(person):
        return True
    community = community_above(page)
    return bool(community) and is_leader_of(person, community.translation_key)


def organised_event(person, key) -> EventPage:
    """The event's Latvian page, for those who organise it; raises Http404 or PermissionDenied."""
    page = source_of(key)
    if page is None:
        raise Http404
    if not may_organise(person, page):
        raise PermissionDenied
    return page


def sign_up_at(page: EventPage, pk: int) -> SignUp:
    """A sign-up for this event; Http404 for that of another, or one whose data were erased."""
    rows = SignUp.objects.select_related("seating", "person").filter(seating__erased_at=None)
    return get_object_or_404(rows, pk=pk, seating__event_key=page.translation_key)


def met_at_door(person, word: str) -> tuple[EventPage | None, SignUp]:
    """The sign-up whose code was shown, with its event for organisers.

    Others get their own sign-up for the same, and no event; raises Http404 for no code of ours and
    PermissionDenied for who has none.
    """
    sign_up = sign_up_by(word, AT_THE_DOOR)
    page = source_of(sign_up.seating.event_key)
    if page and may_organise(person, page):
        return page, sign_up
    own = SignUp.objects.filter(seating=sign_up.seating_id, person=person).order_by("-pk").first()
    if own is None:
        raise PermissionDenied
    return None, own


def course_page(person, key) -> EventPage:
    """The event that gives certificates, for its organisers; raises as `organised_event` does."""
    page = organised_event(person, key)
    if not page.gives_certificates:
        raise Http404
    return page


def certificate_of(page: EventPage, pk: int) -> Certificate:
    """The certificate of a sign-up for this event; Http404 where there is none any more."""
    rows = Certificate.objects.exclude(name="")
    return get_object_or_404(rows, sign_up=sign_up_at(page, pk))


def own_certificate(word: str) -> Certificate:
    """The certificate of the sign-up that the link opens; Http404 where there is none any more."""
    return get_object_or_404(Certificate.objects.exclude(name=""), sign_up=sign_up_by(word))


def certificate_by_code(code: str) -> Certificate | None:
    """What was issued under this code, however it was typed; None for what nobody issued."""
    return Certificate.objects.filter(code=code.strip().lower()).first()
