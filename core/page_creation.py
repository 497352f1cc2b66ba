"""Making a page once, however often its form arrives.

The form of a new page saves itself while somebody writes, and tries again after a break of the
line. What it sends by itself may meet the press of a button on the way, so that the same form
arrives twice; without a key that is two pages.
"""

from datetime import timedelta
from uuid import UUID, uuid4

from django import forms
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.create import CreateView

# Longer than a form tries to get through; what arrives later was meant as another page.
SAME_FORM = timedelta(seconds=60)


class CreatePageView(CreateView):
    """Wagtail's view, except that a form that arrives again does not make a second page.

    It stands in for Wagtail's at the last of what is asked before a page is made.
    """

    def run_hook(self, hook_name, *arguments):
        is_asked_already = hook_name == "before_create_page"
        return None if is_asked_already else super().run_hook(hook_name, *arguments)

    def get(self, request):
        self.form_class = _with_key(self.form_class)
        return super().get(request)

    def post(self, request):
        self.form_class = _with_key(self.form_class)
        key = self._translation_key()
        if key is None:
            return super().post(request)
        try:
            return self._once(key)
        except IntegrityError:
            # The same form was being saved at this moment: now it is there to be found.
            return self._once(key)

    @transaction.atomic
    def _once(self, key: UUID):
        first = self.page_class.objects.filter(translation_key=key, locale=self.page.locale).first()
        if first and self.expects_json_response:
            # A button was pressed meanwhile, and its answer leads to the page that is there.
            return self.json_error_response("invalid_revision", _("This page is saved already."))
        if first and timezone.now() - first.latest_revision_created_at > SAME_FORM:
            return super().post(self.request)
        if first and (first.live or first.workflow_in_progress):
            return self._answer_again(first)
        if first:
            first.delete()
            self.parent_page.refresh_from_db()
        self.page.translation_key = key
        return super().post(self.request)

    def _answer_again(self, first):
        """The page is there, and further on the way than what has arrived."""
        self.page = first
        messages.success(self.request, _("This page is saved already."))
        return self.redirect_away()

    def _translation_key(self) -> UUID | None:
        """Follows from the form and who sends it, and cannot be made to be that of another page."""
        sent = self.request.POST.get("form_key", "")
        if not sent:
            return None
        of = f"{self.request.user.pk}:{self.parent_page.pk}:{sent[:36]}"
        return UUID(bytes=salted_hmac("core.page_creation", of).digest()[:16], version=4)


def _with_key(form_class):
    field = forms.CharField(required=False, initial=uuid4, widget=forms.HiddenInput)
    return type(form_class.__name__, (form_class,), {"form_key": field})
