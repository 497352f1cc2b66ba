"""Whatever refuses what somebody wrote, they get their words back."""

from functools import wraps

from django.core.exceptions import PermissionDenied, RequestDataTooBig, TooManyFieldsSent
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _

from core import errors
from core.access import SignInNeeded
from core.csrf import told_of_old_forms
from core.shell import shell_for

FORBIDDEN, NOT_FOUND, CONFLICT, TOO_LARGE = 403, 404, 409, 413
# By these the browser learns which of its drafts has arrived (static/js/writing/draft.js).
DRAFT_DONE, DRAFT_DONE_SECONDS = "draft_done", 3600
TOO_LARGE_ERRORS = (RequestDataTooBig, TooManyFieldsSent)


def keeps_words(view):
    """Answer a refusal with what was typed; the view learns of an old form (`core.csrf`)."""
    told = told_of_old_forms(view)

    @wraps(told)
    def answer(request, *args, **kwargs):
        try:
            return told(request, *args, **kwargs)
        except TOO_LARGE_ERRORS:
            return _page(request, "", _much(), TOO_LARGE)
        except (SignInNeeded, Http404, PermissionDenied) as refusal:
            if words := words_in(request):
                return _refused(request, words, refusal)
            if isinstance(refusal, SignInNeeded):
                return errors.sign_in(request)
            raise

    return answer


def words_in(request) -> str:
    """What somebody typed into the form that they sent; empty where there is nothing."""
    if request.method != "POST":
        return ""
    parts = (request.POST.get("title", ""), request.POST.get("text", ""))
    return "\n\n".join(part for part in parts if part.strip())


def forget_draft(request, name: str, answer):
    """Let the browser forget the draft of the form with this name, because it has arrived."""
    answer.set_cookie(
        DRAFT_DONE,
        name,
        max_age=DRAFT_DONE_SECONDS,
        secure=request.is_secure(),
        samesite="Lax",
    )
    return answer


def refused_page(request, message: str):
    """409: nothing can be said there any more, and why; with what was typed, to copy."""
    return _page(request, words_in(request), message, CONFLICT)


def _refused(request, words, refusal):
    if isinstance(refusal, SignInNeeded):
        message = _("You are not signed in any more, and this place is for people who are.")
        return _page(request, words, message, FORBIDDEN, asks_sign_in=True)
    if isinstance(refusal, PermissionDenied):
        return _page(request, words, _("You may not write here now."), FORBIDDEN)
    return _page(request, words, _("What this was about is not here any more."), NOT_FOUND)


def _page(request, words, message, status, *, asks_sign_in=False):
    shell = shell_for(request)
    shell.title = _("This was not sent")
    context = {"shell": shell, "words": words, "message": message, "asks_sign_in": asks_sign_in}
    response = render(request, "forum/typed.html", context, status=status)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _much() -> str:
    return _(
        "This was too much to be sent in one piece. Go back in your browser: what you typed is "
        "still there. Shorten it, or send fewer pictures."
    )
