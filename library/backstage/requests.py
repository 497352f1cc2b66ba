"""What leaders miss in the library, for the editors."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin.menu import MenuItem

from communities.views.header import header
from core.roles import is_editor
from library.asking.access import request_for, requests_for
from library.asking.actions import AlreadyAnswered, answer_request
from library.asking.forms import AnswerForm

SHOWN = 50
# More are not counted for a menu.
COUNTED = 99


class RequestsMenuItem(MenuItem):
    """The way to requests, with the number of those that wait."""

    def is_shown(self, request):
        return is_editor(request.user)

    def render_component(self, request):
        component = super().render_component(request)
        waiting = requests_for(request.user).order_by()[: COUNTED + 1].count()
        if waiting:
            number = f"{COUNTED}+" if waiting > COUNTED else str(waiting)
            component.label = f"{self.label} ({number})"
        return component


def menu_item() -> MenuItem:
    """Requests for resources, after the library."""
    return RequestsMenuItem(
        gettext_lazy("Requests for resources"),
        reverse_lazy("resource-requests:list"),
        name="resource-requests",
        icon_name="help",
        order=171,
    )


@require_safe
def requests(request):
    """What waits for an answer, the oldest first."""
    rows = requests_for(request.user).select_related("person")[:SHOWN]
    context = header(_("Requests for resources"), "help") | {"requests": rows}
    return render(request, "library/admin/requests.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def request_answer(request, pk: int):
    """Ask which resource answers it; then tell the asker."""
    asked = request_for(request.user, pk)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        resource = form.cleaned_data["resource"]
        try:
            answer_request(
                request_id=asked.pk,
                resource_key=resource.translation_key if resource else None,
                answer=form.cleaned_data["answer"],
                now=timezone.now(),
            )
        except AlreadyAnswered:
            messages.info(request, _("Somebody has answered this already."))
        else:
            messages.success(request, _("It is answered, and the leader gets a letter."))
        return redirect("resource-requests:list")
    context = header(_("Answer a request"), "help") | {"asked": asked, "form": form}
    return render(request, "library/admin/request_answer.html", context)
