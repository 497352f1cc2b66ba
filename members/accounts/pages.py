"""What all pages about an account have in common, the site's own and the package's."""

from functools import wraps

from django.conf import settings
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from core.shell import LanguageLink, Link, shell_for
from members.accounts.second_factor import RETURN_KEY, needs_second_factor

TOO_MANY = {"too_many_login_attempts", "rate_limited"}


def account_page(view):
    """A page that nobody keeps a copy of, inside the site's own frame."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        patch_cache_control(response, private=True, no_store=True)
        if isinstance(response, TemplateResponse) and not response.is_rendered:
            response.context_data = {**frame(request), **(response.context_data or {})}
            if _is_throttled(response.context_data.get("form")):
                response.status_code = 429
        return response

    return answer


def page(request, template: str, context: dict | None = None, status: int = 200):
    """A page of the site's own about an account."""
    return TemplateResponse(request, template, context or {}, status=status)


def frame(request) -> dict:
    """What the templates of all account pages need."""
    shell = shell_for(request)
    shell.languages = list(_languages(request))
    context = {"shell": shell}
    if request.user.is_authenticated:
        context["sections"] = _sections(request)
        context["way_back"] = request.session.get(RETURN_KEY, "")
        context["needs_second_factor"] = needs_second_factor(request.user)
    return context


def _languages(request):
    for code, _name in settings.LANGUAGES:
        if code != get_language():
            name = get_language_info(code)["name_local"].capitalize()
            yield LanguageLink(code, name, translate_url(request.path, code), True)


def _sections(request) -> list[Link]:
    titles = {
        "members:my-page": _("My page"),
        "account_home": _("Signing in"),
        "account_email": _("E-mail address"),
        "account_change_password": _("Password"),
        "mfa_index": _("Second step"),
        "usersessions_list": _("Devices"),
        "members:my-data": _("My data"),
    }
    links = []
    for name, title in titles.items():
        try:
            url = reverse(name)
        except NoReverseMatch:
            continue
        links.append(Link(title, url, is_current=request.path == url))
    return links


def _is_throttled(form) -> bool:
    if form is None or not getattr(form, "is_bound", False):
        return False
    faults = [fault for faults in form.errors.as_data().values() for fault in faults]
    return any(fault.code in TOO_MANY for fault in faults)
