"""A person's own calendar: the page about it, and the calendar itself at its secret address."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.models import Locale

from core.visit import visit_of
from events.actions import end_own_calendar, keep_own_calendar, renew_own_calendar
from events.icalendar.writing import calendar
from events.models import OwnCalendar
from events.own_calendar.entries import own_entries
from events.own_calendar.forms import OwnCalendarForm
from members import homes
from members.frames import my_page_link, personal_shell
from members.secret_words import digest_of, link_token


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def my_calendar(request):
    """What stands in one's calendar, and the address at which programs find it."""
    kept = OwnCalendar.objects.filter(person=request.user).first()
    known = homes.choices(get_language())
    sent = request.POST if request.method == "POST" else None
    first = {"communities": kept.community_keys if kept else []}
    form = OwnCalendarForm(sent, initial=first, homes=known)
    if form.is_valid():
        chosen = form.cleaned_data["communities"]
        keep_own_calendar(person=request.user, community_keys=chosen, now=timezone.now())
        messages.success(request, _("Your calendar is kept."))
        return redirect("events:my-calendar")
    below = [my_page_link(_("My page"))]
    shell = personal_shell(request, _("My calendar"), "events:my-calendar", below=below)
    context = {"shell": shell, "form": form, "address": _address_of(kept) if kept else ""}
    return render(request, "events/my_calendar.html", context)


@never_cache
@login_required
@require_POST
def my_calendar_renew(request):
    """Another address for one's calendar."""
    renew_own_calendar(person=request.user, now=timezone.now())
    messages.success(request, _("The calendar has a new address; the old one leads nowhere."))
    return redirect("events:my-calendar")


@never_cache
@login_required
@require_POST
def my_calendar_end(request):
    """No calendar of one's own any more."""
    end_own_calendar(person=request.user)
    messages.success(request, _("The address leads nowhere from now on."))
    return redirect("events:my-calendar")


@require_safe
def own_calendar(request, token: str):
    """The calendar itself, for whoever has its secret address."""
    rows = OwnCalendar.objects.filter(person__is_active=True).select_related("person")
    kept = get_object_or_404(rows, token_digest=digest_of(token))
    locale = Locale.objects.get(language_code=get_language())
    host = urlsplit(settings.SITE_URL).hostname
    entries = own_entries(visit_of(request), kept, locale.pk, host)
    page = settings.SITE_URL + reverse("events:my-calendar")
    body = calendar(_("My events"), entries, url=page)
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer


def _address_of(kept: OwnCalendar) -> str:
    return settings.SITE_URL + reverse("events:own-calendar", args=[link_token(kept.key)])
