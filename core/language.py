from django.conf import settings
from django.http import HttpResponseRedirect
from django.utils import translation
from django.utils.cache import patch_vary_headers


class LanguageMiddleware:
    """Speaks the language of the address; Latvian where the address has none."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", translation.get_language())
        return response


def front_door(request):
    """Send a visitor of the bare address to the language their browser prefers."""
    response = HttpResponseRedirect(f"/{translation.get_language_from_request(request)}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response
