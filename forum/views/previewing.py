"""Small answers for a form that is being filled in: how it will look, and what is there already."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from forum.models.posts import TEXT_BYTES
from forum.models.topics import TITLE_LETTERS
from forum.similar import similar_topics
from forum.writing import one_line
from forum.writing import render as html_of


@never_cache
@require_POST
def preview(request):
    """The text as it will stand on the page; the form's own button does the same without this."""
    text = request.POST.get("text", "").encode()[:TEXT_BYTES].decode(errors="ignore")
    return render(request, "forum/preview.html", {"preview": html_of(text)})


@never_cache
@require_safe
def similar(request):
    """Topics about the same as the title, as a piece of a page; empty where there are none."""
    title = one_line(request.GET.get("title", "")[:TITLE_LETTERS])
    found = similar_topics(title, request.user, timezone.now())
    return render(request, "forum/similar.html", {"similar": found})
