"""Entries of a list that stay as long as something names them."""

from django.contrib import messages
from django.db.models import ProtectedError
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import DeleteView


class LastingDeleteView(DeleteView):
    """Deletes what nothing names; otherwise says why it stays, and leads back to it."""

    why_it_stays = _("This is in use, so it stays. Take it out of use instead.")

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except ProtectedError:
            messages.error(self.request, self.why_it_stays)
            return redirect(self.edit_url_name, self.object.pk)
