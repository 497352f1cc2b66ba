"""The backstage of what people agree to: every version is kept, a change is a new one."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from members import actions
from members.access import consent_texts_for
from members.forms import ConsentTextForm


@require_http_methods(["GET", "POST"])
def consent_text_list(request):
    """All versions of the rules, the newest first, and the form that adds the next."""
    texts = consent_texts_for(request.user)
    form = ConsentTextForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        now = timezone.now()
        added = actions.add_consent_text(
            kind=form.cleaned_data["kind"],
            language=form.cleaned_data["language"],
            text=form.cleaned_data["text"],
            valid_from=form.cleaned_data["valid_from"] or now,
            user=request.user,
            now=now,
        )
        messages.success(request, _("Kept as version %(number)s.") % {"number": added.version})
        return redirect("consent-texts")
    title = _("Rules and privacy")
    context = {
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": title},
        ],
        "header_title": title,
        "header_icon": "doc-full",
        "form": form,
        "texts": texts,
    }
    return render(request, "members/admin/consent_text_list.html", context)
