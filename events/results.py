"""What came of events: the letters that ask for it, and those that say that it is there."""

from datetime import date, timedelta
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from events.models import EventPage
from events.sign_up.letters import about
from notifications.kinds import Kind, register
from notifications.links import address

ASKED, THERE = "events.result-asked", "events.result-there"
A_WEEK = timedelta(days=7)


def awaiting_page(key: UUID, of: date) -> EventPage | None:
    """The live Latvian page of an event of which nobody has said yet what came of it."""
    pages = EventPage.objects.live().filter(translation_key=key, locale__language_code="lv")
    page = pages.exclude(status=EventPage.Status.CANCELLED).first()
    if page is None:
        return None
    is_said = any(result.of in (None, of) for result in page.results.all())
    return None if is_said else page


def _awaited(letter, now) -> EventPage | None:
    return awaiting_page(UUID(letter.context["event"]), date.fromisoformat(letter.context["of"]))


def may_be_asked(letter, now) -> bool:
    """Only who still answers for the event is asked, and only as long as nobody has said."""
    from events.actions.asking import organisers

    page = _awaited(letter, now)
    return bool(page and letter.person in organisers(page))


def asked_about(letter, now) -> dict | None:
    """Of which event, and where one says it."""
    page = _awaited(letter, now)
    if page is None:
        return None
    return {
        "title": page.title,
        "day": date_format(date.fromisoformat(letter.context["of"]), "DATE_FORMAT"),
        "is_again": letter.context["turn"] > 0,
        "action_url": address("wagtailadmin_pages:edit", page.pk),
    }


def _is_there(letter, now) -> bool:
    return bool(about(letter, now))


def register_kinds():
    """Register the kinds, once, when Django starts."""
    folder = "events/letters"
    asks, tells = _("What came of an event is asked"), _("What came of an event is there")
    register(Kind(ASKED, f"{folder}/result_asked.txt", may_be_asked, asked_about, asks, A_WEEK))
    register(Kind(THERE, f"{folder}/result_there.txt", _is_there, about, tells, A_WEEK))
