"""Reporting a post, signed in or with an address that is confirmed by a letter."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.csrf import told_of_old_forms
from core.frames import personal_shell
from forum.access import is_author, post_for
from forum.forms.moderating import ReportForm
from forum.models import Post
from forum.reporting_kind import REPORT
from forum.views.signing_in import or_sign_in
from members.taking_part import take_part

FORBIDDEN = 403


@never_cache
@told_of_old_forms
@require_http_methods(["GET", "HEAD", "POST"])
@or_sign_in
def post_report(request, pk: int):
    """The form that tells the moderators of a post; a POST sends it."""
    now = timezone.now()
    post = post_for(request.user, pk, now)
    if is_author(request.user, post) or post.state == Post.State.HELD:
        raise PermissionDenied
    sent = request.POST if request.method == "POST" else None
    form = ReportForm(sent, person=request.user, language=get_language(), now=now)
    if sent is not None and not request.is_old_form and form.is_valid():
        answer = take_part(request, form, kind=REPORT, payload=form.payload(post), now=now)
        if answer:
            return answer
    title = _("Report a post")
    context = {
        "shell": personal_shell(request, title, "forum:post-report", post.pk),
        "post": post,
        "form": form,
        "is_old_form": request.is_old_form,
    }
    status = FORBIDDEN if request.is_old_form else 200
    return render(request, "forum/post_report.html", context, status=status)
