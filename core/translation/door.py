"""What keeps untranslated text off the site, whichever way an editor publishes."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse

from core.translation.state import UntranslatedError


class UntranslatedMiddleware:
    """Answers a refused publication with a kind message on the page's own editor."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, UntranslatedError):
            return None
        messages.error(request, UntranslatedError.message)
        if exception.page.pk is None:
            return redirect(reverse("wagtailadmin_explore_root"))
        return redirect(reverse("wagtailadmin_pages:edit", args=[exception.page.pk]))
