"""What belongs to resources beside their pages: pictures of their files."""

from django.http import FileResponse, Http404
from django.utils import timezone
from django.views.decorators.http import require_safe

from core import access, errors
from core.views import FILE_POLICY
from library.access import first_page_for, is_everybodys


@require_safe
def first_page(request, document_id, digest):
    """The first page of a document as a picture, for whoever may fetch the document."""
    now = timezone.now()
    try:
        text = first_page_for(request.user, int(document_id), digest, now)
    except access.SignInNeeded:
        return errors.sign_in(request)
    try:
        content = text.picture.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    response = FileResponse(content, content_type="image/webp")
    is_public = is_everybodys(text.document, now)
    # Who keeps it longer could show it after it has been closed.
    response.headers["Cache-Control"] = "public, max-age=600" if is_public else "private, no-store"
    response.headers["Content-Security-Policy"] = FILE_POLICY
    return response
