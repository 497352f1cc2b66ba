"""The code that one shows at the door, and what opens when an organiser's phone reads it."""

from datetime import datetime

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core import errors
from core.frames import personal_shell
from core.shell import Link
from events import actions
from events.access import met_at_door, word_of
from events.models import Attendance, KeptOccurrence, SignUp
from events.sign_up.forms import ArrivalForm
from events.sign_up.listing import days_of
from events.sign_up.offers import offer_at


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def at_the_door(request, word: str):
    """Who has come, for organisers, with one button; others are led to their own sign-up."""
    if not request.user.is_authenticated:
        return errors.sign_in(request)
    page, sign_up = met_at_door(request.user, word)
    if page is None:
        return redirect("events:my-sign-up", word_of(sign_up))
    now = timezone.now()
    time = time_at(days_of(sign_up.seating), now)
    if request.method == "POST":
        _tick_off(request, sign_up, time)
        return redirect("events:at-the-door", word)
    came = Attendance.objects.filter(sign_up=sign_up, of=time.of if time else None).first()
    above = [Link(page.title, page.url_path)]
    context = {
        "shell": personal_shell(request, _("At the door"), "events:at-the-door", word, below=above),
        "event": page,
        "sign_up": sign_up,
        "offer": offer_at(page, sign_up.seating, now),
        "time": time,
        "came": came.came if came else None,
    }
    return render(request, "events/at_the_door.html", context)


def time_at(times: list[KeptOccurrence], now: datetime) -> KeptOccurrence | None:
    """The time of today at which one arrives now: the first that is not over, else the last."""
    today = timezone.localdate(now)
    mine = [each for each in times if each.day <= today <= each.last_day]
    going_on = [each for each in mine if each.ends_at > now]
    return (going_on or mine[-1:] or [None])[0]


def _tick_off(request, sign_up: SignUp, time: KeptOccurrence | None):
    form = ArrivalForm(request.POST)
    if time is None or sign_up.is_cancelled or not form.is_valid():
        messages.error(request, _("Nothing was noted. Look at what it says here."))
        return
    actions.check_in(sign_up=sign_up, of=time.of, came=form.cleaned_data["came"])
    messages.success(request, _("Noted: %(name)s has come.") % {"name": sign_up.name})
