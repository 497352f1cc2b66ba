"""Certificates are issued when the course is over, each once, and taken back where wrong."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from communities.access import community_above
from communities.letters import names_of
from core.templatetags.hub import HUB_BELT
from events.certificates.course import Course, Participant, course_of, participants_of
from events.certificates.seals import holder_seal, name_seal
from events.models import Certificate, EventPage, Seating
from events.sign_up import telling
from members.pending import Refused
from notifications.composing import site_settings


@transaction.atomic
def issue_certificates(
    *, page: EventPage, names: dict[int, str], now: datetime
) -> list[Certificate]:
    """Issue certificates in these names, by sign-up, to all who attended enough; returns new ones.

    Who has one already keeps it as it is; raises Refused before the last time is over.
    """
    course = course_of(page)
    if not course.is_over(now):
        raise Refused(_("Certificates are issued after the last time."))
    # Whoever else presses the button waits here, and then finds them issued.
    Seating.objects.select_for_update().filter(pk=course.seating.pk).first()
    due = [
        each
        for each in participants_of(course)
        if each.has_enough and not each.certificate and names.get(each.sign_up.pk)
    ]
    heads = {language: _head(page, language) for language in {_language(each) for each in due}}
    return [
        _issue(course, each, names[each.sign_up.pk], heads[_language(each)], now) for each in due
    ]


def _language(participant: Participant) -> str:
    return participant.sign_up.language or "lv"


def _head(page: EventPage, language: str) -> dict:
    """What every certificate of the language says of the course."""
    pages = EventPage.objects.live().filter(translation_key=page.translation_key)
    shown = pages.filter(locale__language_code=language).first() or page
    community = community_above(page)
    names = names_of(community.translation_key, language) if community else {}
    organiser = shown.organiser_name or names.get("community") or site_settings().name
    return {"title": shown.title, "organiser": organiser, "belt": names.get("belt") or HUB_BELT}


def _issue(course: Course, participant: Participant, name: str, head, now) -> Certificate:
    sign_up, attended = participant.sign_up, participant.attended
    made = Certificate(
        sign_up=sign_up,
        issued_at=now,
        language=_language(participant),
        **head,
        first_day=min(each.day for each in course.times),
        last_day=max(each.last_day for each in course.times),
        sessions=len(attended),
        of_sessions=len(course.times),
        minutes=course.minutes(attended),
        name=name,
        holder_seal=holder_seal(sign_up.person),
    )
    made.name_seal = name_seal(made.code, name)
    made.save()
    telling.certified(sign_up, made.code, now)
    return made


@transaction.atomic
def take_back_certificate(*, certificate: Certificate):
    """Let it be as if it had never been issued, so that a right one can be."""
    certificate.delete()


def forget_names_of(seating: Seating):
    """Forget whose the certificates are; the seals stay."""
    mine = Certificate.objects.filter(sign_up__seating=seating)
    mine.update(name="", sign_up=None)


def forget_holder(*, person, names: set[str]):
    """Forget the person on all certificates, with the seals: nobody can ask about the name."""
    theirs = Q(holder_seal=holder_seal(person)) | Q(name__in=names)
    Certificate.objects.filter(theirs).update(name="", name_seal="", holder_seal="")
