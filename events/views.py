"""Events beside their pages: calendars to follow."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from communities.models import CommunityPage
from communities.models.cards import community_cards
from core import page_cache
from core.audience import Audience
from core.shell import frame_of
from core.visit import visit_of
from events.calendar.addresses import calendar_address
from events.calendar.filters import kinds_of
from events.feeds import entries_of, public_events
from events.icalendar.writing import calendar


@require_safe
def hub_calendar(request):
    """All events."""
    return _calendar(request, "", _events_of(request))


@require_safe
def community_calendar(request, slug: str):
    """The events of a community, and those that it organises with others."""
    visit = visit_of(request)
    cards = community_cards(visit, _locale().pk)
    card = next((each for each in cards if each.slug == slug), None)
    everybodys = CommunityPage.objects.open_to([Audience.EVERYONE], visit.now)
    # What is answered may be kept by others, so it does not tell of what only the asker may see.
    if card is None or not everybodys.filter(path=card.path).exists():
        raise Http404
    return _calendar(request, card.title, _events_of(request).of_communities([card]))


@require_safe
def kind_calendar(request, slug: str):
    """The events of a kind."""
    kind = next((each for each in kinds_of(visit_of(request)) if each.slug == slug), None)
    if kind is None:
        raise Http404
    return _calendar(request, kind.name, _events_of(request).filter(kind=kind))


@require_safe
def event_calendar(request, key):
    """One event with all its times, to be added to one's own calendar."""
    pages = _events_of(request).filter(translation_key=key)
    page = pages.first()
    if page is None:
        raise Http404
    answer = _calendar(request, page.title, pages)
    answer.headers["Content-Disposition"] = f'attachment; filename="{page.slug[:60]}.ics"'
    return answer


def _locale() -> Locale:
    return Locale.objects.get(language_code=get_language())


def _events_of(request):
    return public_events(visit_of(request)).filter(locale__language_code=get_language())


def _calendar(request, name: str, pages) -> HttpResponse:
    visit = visit_of(request)
    site = frame_of(visit, get_language()).site.name
    title = f"{site}: {name}" if name else _("%(name)s: events") % {"name": site}
    address = settings.SITE_URL + calendar_address(visit, _locale().pk)
    body = calendar(title, entries_of(visit, pages), url=address)
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer.headers["Cache-Control"] = "public, max-age=600"
    return page_cache.offer(answer, until=visit.state.ends_at)
