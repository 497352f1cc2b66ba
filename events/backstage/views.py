"""What the form of an event asks while it is being filled in."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from events.backstage.forms import TimesForm
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
