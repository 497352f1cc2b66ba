"""What a person is told of, which letters they want, and how a letter is stopped."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.frames import personal_shell
from core.shell import Link
from notifications import actions
from notifications.access import notice_of, notices_of
from notifications.forms import LettersForm
from notifications.models import Notice
from notifications.models.notices import GROUP
from notifications.notices import Line, categories, lines_of
from notifications.stopping import Stop, stop_of
from notifications.wishes import stopped_groups, wishes_of

NOTICES_A_PAGE = 30


@dataclass(frozen=True)
class Told:
    """A notice as the list shows it; without a line it is about something that is gone."""

    notice: Notice
    line: Line | None


@never_cache
@login_required
@require_safe
def notice_list(request):
    """What the person was told of, the newest first."""
    before = request.GET.get("before", "")
    notices = notices_of(request.user)
    if before.isascii() and before.isdigit() and len(before) < 19:
        notices = notices.filter(pk__lt=int(before))
    found = list(notices[: NOTICES_A_PAGE + 1])
    shown = found[:NOTICES_A_PAGE]
    lines = lines_of(request.user, shown, timezone.now())
    context = {
        "shell": _shell(request, _("Notices"), "notices:list"),
        "told": [Told(notice, lines.get(notice.pk)) for notice in shown],
        "has_unread": any(notice.read_at is None for notice in shown),
        "next": shown[-1].pk if len(found) > NOTICES_A_PAGE else None,
    }
    return render(request, "notifications/notice_list.html", context)


@never_cache
@login_required
@require_POST
def notices_read(request):
    """The person has seen everything."""
    actions.mark_all_read(person=request.user, now=timezone.now())
    return redirect("notices:list")


@never_cache
@login_required
@require_POST
def notice_read(request, pk: int):
    """The person has seen this one."""
    notice = notice_of(request.user, pk)
    actions.mark_read(person=request.user, pk=notice.pk, now=timezone.now())
    return redirect("notices:list")


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def letter_wishes(request):
    """How often the person wants letters, of each kind."""
    person = request.user
    wishes = wishes_of([person.pk]).get(person.pk, {})
    posted = request.POST if request.method == "POST" else None
    form = LettersForm(posted, person=person, wishes=wishes)
    if form.is_bound and form.is_valid():
        actions.change_wishes(
            person=person,
            general=form.cleaned_data["general"],
            by_category=form.by_category,
            now=timezone.now(),
        )
        messages.success(request, _("Saved."))
        return redirect("notices:wishes")
    context = {
        "shell": _shell(request, _("My letters"), "notices:wishes"),
        "form": form,
        "necessary": [each for each in categories() if each.is_necessary],
        "stopped": [(group, _title_of(person, group)) for group in stopped_groups(person)],
    }
    return render(request, "notifications/letter_wishes.html", context)


@never_cache
@login_required
@require_POST
def letters_resume(request):
    """Letters about a group are written again."""
    scope = f"{GROUP}{request.POST.get('group', '')}"
    actions.resume_letters(person=request.user, scope=scope, now=timezone.now())
    messages.success(request, _("Letters about it are written again."))
    return redirect("notices:wishes")


# The link itself says whose letters: neither a cookie nor a token of the form adds anything, and
# mail programs send neither (RFC 8058).
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def letters_stop(request, token: str):
    """Looking shows what can be stopped; a POST stops it, or takes that back."""
    stop = stop_of(token)
    done = ""
    if request.method == "POST":
        # A mail program names no scope and means letters like the one that it shows.
        asked = request.POST.get("scope", "")
        name = asked if asked in stop.scopes else next(iter(stop.scopes))
        done = "resumed" if request.POST.get("undo") else "stopped"
        act = actions.resume_letters if request.POST.get("undo") else actions.stop_letters
        act(person=stop.person, scope=stop.scopes[name], now=timezone.now())
    context = {
        "shell": personal_shell(request, _("Fewer letters"), "notices:stop", token),
        "done": done,
        "stopped": name if request.method == "POST" else "",
        "scopes": stop.scopes,
        **_names(stop),
    }
    return render(request, "notifications/letters_stop.html", context)


def _names(stop: Stop) -> dict:
    labels = {each.name: each.label for each in categories()}
    return {
        "group": _title_of(stop.person, stop.group) if stop.group else "",
        "category": labels.get(stop.category, ""),
    }


def _title_of(person, group: str) -> str:
    """What the group is called, as long as the person may hear of anything in it."""
    last = notices_of(person).filter(group=group)[:1]
    lines = lines_of(person, last, timezone.now())
    return next((line.group for line in lines.values()), "")


def _shell(request, title: str, name: str):
    return personal_shell(
        request, title, name, below=[Link(_("My page"), reverse("members:my-page"))]
    )
