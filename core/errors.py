"""Error pages: kind, in the reader's language, naming no internals."""

from django.conf import settings
from django.http import HttpResponse, HttpResponseServerError
from django.shortcuts import redirect, render
from django.template import loader
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode

from core import page_cache
from core.shell import shell_for
from core.visit import visit_of


def bad_request(request, exception=None):
    """400: the request could not be understood."""
    return _without_database(request, "400.html", 400)


def forbidden(request, exception=None):
    """403: the thing is there and not for this person."""
    return render(request, "403.html", {"shell": shell_for(request)}, status=403)


def not_found(request, exception=None):
    """404: one and the same page for every absent address of a language."""
    response = render(request, "404.html", {"shell": shell_for(request)}, status=404)
    return page_cache.offer(response, until=visit_of(request).state.ends_at)


def too_many_requests(request, exception=None):
    """429: so much was tried from here that the site asks to wait."""
    response = render(request, "429.html", {"shell": shell_for(request)}, status=429)
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Retry-After"] = str(15 * 60)
    return response


def csrf_failure(request, reason=""):
    """403 for a form that has grown old; says how to keep what was typed."""
    context = {"shell": shell_for(request), "is_old_form": True}
    return render(request, "403.html", context, status=403)


def server_error(request):
    """500: our fault; drawn without the database."""
    return _without_database(request, "500.html", 500)


def _without_database(request, template, status):
    language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
    with translation.override(language):
        try:
            return HttpResponse(loader.render_to_string(template), status=status)
        except Exception:
            return HttpResponseServerError("500", content_type="text/plain")


def sign_in(request):
    """Send the person to sign in and back to where they were."""
    query = urlencode({"next": request.get_full_path()})
    return redirect(f"{reverse(settings.LOGIN_URL)}?{query}")
