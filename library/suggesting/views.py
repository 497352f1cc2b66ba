"""Suggesting a resource for the library."""

import html

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.csrf import told_of_old_forms
from core.shell import Link
from library.suggesting import actions
from library.suggesting.access import returned_to
from library.suggesting.forms import SuggestionForm
from library.suggesting.own import own_suggestions
from library.use.access import check_leader, led_by
from members.frames import personal_shell

FORBIDDEN = 403


@never_cache
@login_required
@told_of_old_forms
@require_http_methods(["GET", "HEAD", "POST"])
def suggest(request):
    """The form, and what one suggested before; a POST sends it to the editors."""
    check_leader(request.user)
    form = _form(request)
    if _is_good(request, form):
        actions.suggest_resource(**_said(request, form))
        messages.success(
            request, _("The editors have it. You get a letter when they have looked at it.")
        )
        return redirect("library:suggest")
    shell = personal_shell(request, _("Suggest a resource"), "library:suggest")
    return _answer(request, shell, form, suggestions=own_suggestions(request.user))


@never_cache
@login_required
@told_of_old_forms
@require_http_methods(["GET", "HEAD", "POST"])
def suggestion(request, pk: int):
    """One that the editors gave back, to be changed and sent again."""
    check_leader(request.user)
    page = returned_to(request.user, pk)
    blocks = list(page.body)
    is_simple = len(blocks) < 2 and all(block.block_type == "text" for block in blocks)
    link = page.links.first()
    first = {
        "title": page.title,
        "summary": page.summary,
        "kind": page.kind_id,
        "audience": page.audience,
        "url": link.url if link else "",
        "text": _plain(blocks[0].value.source) if blocks and is_simple else "",
    }
    files = [row.name for row in page.files.all()]
    options = {"initial": first, "has_files": bool(files), "has_own_body": not is_simple}
    form = _form(request, **options)
    if _is_good(request, form):
        actions.suggest_again(page=page, **_said(request, form))
        messages.success(
            request, _("The editors have it. You get a letter when they have looked at it.")
        )
        return redirect("library:suggest")
    below = [Link(_("Suggest a resource"), reverse("library:suggest"))]
    shell = personal_shell(request, page.title, "library:suggestion", pk, below=below)
    state = page.current_workflow_state
    task = state.current_task_state if state else None
    return _answer(request, shell, form, files=files, comment=task.comment if task else "")


def _form(request, **options) -> SuggestionForm:
    is_sent = request.method == "POST"
    return SuggestionForm(
        request.POST if is_sent else None, request.FILES if is_sent else None, **options
    )


def _is_good(request, form) -> bool:
    return request.method == "POST" and not request.is_old_form and form.is_valid()


def _said(request, form) -> dict:
    return {
        "person": request.user,
        "community_key": next(iter(led_by(request.user)), None),
        "words": form.words,
        "file": form.cleaned_data["file"],
        "now": timezone.now(),
    }


def _answer(request, shell, form, **context):
    context |= {"shell": shell, "form": form, "is_old_form": request.is_old_form}
    status = FORBIDDEN if request.is_old_form else 200
    return render(request, "library/suggest.html", context, status=status)


def _plain(source: str) -> str:
    return html.unescape(strip_tags(source.replace("</p>", "\n"))).strip()
