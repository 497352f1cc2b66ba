"""Being told of what is said, or never; and how far somebody has read."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from core import errors
from core.shell import shell_for
from forum import actions
from forum.access import followed_by_key, topic_for
from forum.addresses import place_of, title_of
from forum.models import Following
from forum.views.signing_in import or_sign_in
from members.forms import TakingPartForm
from members.taking_part import take_part
from notifications.actions import mark_group_read


@never_cache
@require_POST
@or_sign_in
def topic_read(request, pk: int):
    """Remember how far the person has read, which their browser says by itself or a button does."""
    if not request.user.is_authenticated:
        return errors.sign_in(request)
    now = timezone.now()
    topic = topic_for(request.user, pk, now)
    asked = request.POST.get("number", "")
    is_number = asked.isascii() and asked.isdecimal() and len(asked) < 8
    number = min(int(asked), topic.last_number) if is_number else topic.last_number
    actions.mark_read(person=request.user, topic=topic, number=number, now=now)
    mark_group_read(person=request.user, group=str(topic.key), now=now)
    if request.headers.get("X-Requested-With") == "fetch":
        return HttpResponse(status=204)
    return redirect(place_of(topic))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@or_sign_in
def topic_follow(request, key):
    """Follow a topic or a section, mute it, or neither, as the button says.

    Whoever has not signed in gives an address, and confirms it.
    """
    now = timezone.now()
    thing = followed_by_key(request.user, key, now)
    if not request.user.is_authenticated:
        return _follow_by_letter(request, thing, key, now)
    if request.method != "POST":
        return redirect(place_of(thing))
    wish = request.POST.get("wish", "")
    if wish in Following.Wish.values:
        actions.choose(person=request.user, key=key, wish=wish, now=now)
    else:
        actions.unfollow(person=request.user, key=key)
    messages.success(request, _words_for(wish))
    return redirect(place_of(thing))


def _follow_by_letter(request, thing, key, now):
    options = {"person": request.user, "language": get_language(), "now": now}
    form = TakingPartForm(request.POST or None, **options)
    if form.is_valid():
        payload = {"key": str(key), "title": title_of(thing)}
        answer = take_part(request, form, kind="forum.follow", payload=payload, now=now)
        if answer:
            return answer
    shell = shell_for(request)
    shell.title = _("Follow: %(title)s") % {"title": title_of(thing)}
    context = {"shell": shell, "form": form, "back": place_of(thing)}
    return render(request, "forum/follow_by_letter.html", context)


def _words_for(wish: str) -> str:
    return {
        Following.Wish.FOLLOWS: _("You will be told when something new is said here."),
        Following.Wish.MUTED: _("You will hear nothing of this any more."),
    }.get(wish, _("You do not follow this any more."))
