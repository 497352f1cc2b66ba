"""Certificates for whoever holds one, and for whoever asks whether it is true."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core.csrf import told_of_old_forms
from core.frames import personal_shell
from events.access import certificate_by_code, own_certificate
from events.certificates import wording
from events.certificates.forms import NameForm
from events.certificates.seals import is_name
from events.models import Certificate
from notifications.links import address

FORBIDDEN, NOT_FOUND = 403, 404


@never_cache
@told_of_old_forms
@require_http_methods(["GET", "HEAD", "POST"])
def certificate(request, code: str):
    """Whether such a certificate was issued; a POST asks about a name and changes nothing."""
    found = certificate_by_code(code)
    shell = personal_shell(request, _("Check a certificate"), "events:certificate", code)
    if found is None:
        context = {"shell": shell, "certificate": None}
        return render(request, "events/certificates/check.html", context, status=NOT_FOUND)
    form = NameForm(request.POST if request.method == "POST" else None)
    is_asked = request.method == "POST" and not request.is_old_form and form.is_valid()
    context = {
        "shell": shell,
        "certificate": found,
        "number": wording.number_in_words(found),
        "days": wording.days_in_words(found),
        "attended": wording.attended_in_words(found),
        "form": form,
        "is_old_form": request.is_old_form,
        "is_asked": is_asked,
        "is_theirs": is_asked and is_name(found.code, form.cleaned_data["name"], found.name_seal),
    }
    status = FORBIDDEN if request.is_old_form else 200
    return render(request, "events/certificates/check.html", context, status=status)


@never_cache
@require_safe
def my_certificate(request, word: str):
    """One's own certificate as PDF, for whoever has the link to the sign-up."""
    return pdf_of(own_certificate(word))


def pdf_of(certificate: Certificate) -> HttpResponse:
    """The certificate as a file, in the language that it was issued in."""
    # Drawing takes a library that the other pages can do without.
    from events.certificates.paper import paper

    with override(certificate.language):
        where = address("events:certificate", certificate.code)
        drawn = paper(certificate, where)
    answer = HttpResponse(drawn, content_type="application/pdf")
    name = f"{certificate.number}.pdf"
    answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
