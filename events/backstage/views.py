"""What the form of an event asks while it is filled in, and what editors do beside forms."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from events.actions import follow_calendar
from events.backstage.forms import TimesForm
from events.models import OutsideCalendar
from events.said import Said, said_of


@require_POST
def times(request):
    """When the event would take place as the form stands, in words; nothing is kept."""
    form = TimesForm(request.POST)
    has_day = bool(request.POST.get("first_date"))
    if has_day and form.faults:
        said = Said(problems=form.faults)
    else:
        said = said_of(form.series if has_day else None, timezone.now())
    return render(request, "events/admin/times.html", {"said": said})


@require_POST
@permission_required("events.change_outsidecalendar", raise_exception=True)
def fetch_calendar(request, pk: int):
    """Fetch a calendar of others now, and say what came of it."""
    calendar = get_object_or_404(OutsideCalendar, pk=pk)
    follow_calendar(calendar=calendar, now=timezone.now())
    calendar.refresh_from_db()
    if calendar.trouble:
        messages.error(request, calendar.get_trouble_display())
    else:
        messages.success(request, _("The calendar has been fetched."))
    return redirect("outside-calendars:edit", pk)
