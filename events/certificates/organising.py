"""What organisers see of certificates and do with them; every write is a POST of its own."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from core.frames import personal_shell
from core.shell import Link
from events import actions
from events.access import certificate_of, course_page
from events.certificates.course import course_of, participants_of
from events.certificates.forms import NamesForm
from events.certificates.views import pdf_of
from members.pending import Refused

BAD = 400


@never_cache
@login_required
@require_safe
def certificates(request, key):
    """Who is due a certificate, who has one, and who was there too seldom."""
    return _list(request, course_page(request.user, key))


def _list(request, page, data=None):
    now, course = timezone.now(), course_of(page)
    participants = participants_of(course)
    form = NamesForm(data, participants=_due(participants))
    title = _("Certificates")
    above = [Link(page.title, page.url_path)]
    key = page.translation_key
    context = {
        "shell": personal_shell(request, title, "events:certificates", key, below=above),
        "event": page,
        "course": course,
        "is_over": course.is_over(now),
        "form": form,
        "issued": [each for each in participants if each.certificate],
        "too_few": [each for each in participants if not (each.certificate or each.has_enough)],
    }
    status = BAD if form.is_bound else 200
    return render(request, "events/certificates/list.html", context, status=status)


def _due(participants) -> list:
    return [each for each in participants if each.has_enough and not each.certificate]


@never_cache
@login_required
@require_POST
def certificates_issue(request, key):
    """Issue what is due, in the names as they were typed."""
    page = course_page(request.user, key)
    form = NamesForm(request.POST, participants=_due(participants_of(course_of(page))))
    if not form.is_valid():
        return _list(request, page, request.POST)
    try:
        made = actions.issue_certificates(page=page, names=form.names, now=timezone.now())
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        said = ngettext(
            "%(count)s certificate was issued.", "%(count)s certificates were issued.", len(made)
        )
        messages.success(request, said % {"count": len(made)})
    return redirect("events:certificates", key)


@never_cache
@login_required
@require_safe
def certificate_paper(request, key, pk: int):
    """The certificate of a sign-up as PDF, to be printed for who has no address."""
    return pdf_of(certificate_of(course_page(request.user, key), pk))


@never_cache
@login_required
@require_POST
def certificate_take_back(request, key, pk: int):
    """Take back a certificate, so that it can be issued anew with the right name."""
    certificate = certificate_of(course_page(request.user, key), pk)
    actions.take_back_certificate(certificate=certificate)
    said = _("The certificate of %(name)s was taken back. Its number is not valid any more.")
    messages.success(request, said % {"name": certificate.name})
    return redirect("events:certificates", key)
