"""What keeps untranslated text off the site, whichever way an editor publishes."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from core.translation.state import UntranslatedError, untranslated_texts

TEXTS_NAMED = 5


class UntranslatedMiddleware:
    """Answers a refused publication with a kind message on the page's own editor."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, UntranslatedError):
            return None
        messages.error(request, _message(exception.page))
        if exception.page.pk is None:
            return redirect(reverse("wagtailadmin_explore_root"))
        return redirect(reverse("wagtailadmin_pages:edit", args=[exception.page.pk]))


def _message(page) -> str:
    """What the editor is told: that nothing was published, and what is still to be translated."""
    texts = untranslated_texts(page, TEXTS_NAMED) if page.pk else []
    if not texts:
        return str(UntranslatedError.message)
    named = ", ".join(_("“%(text)s”") % {"text": text} for text in texts)
    return f"{UntranslatedError.message} " + _("Still untranslated: %(texts)s.") % {"texts": named}
