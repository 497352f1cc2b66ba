"""Searching what was said."""

from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from core.frames import personal_shell
from core.search_query import LETTERS, query_of
from core.visit import visit_of
from forum.listing import section_cards
from forum.search import FOUND_PER_PAGE, MOST_FOUND, findings, search


@never_cache
@require_safe
def search_page(request):
    """What was said with these words, wherever whoever asks may read it."""
    visit = visit_of(request)
    typed = request.GET.get("q", "").replace("\0", "")[:LETTERS].strip()
    query = query_of(typed)
    section = _section(request, visit)
    found = search(request.user, query, visit.now, section.key if section else None)
    pages = Paginator(found.posts, FOUND_PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "shell": personal_shell(request, _("Search the forum"), "forum:search"),
        "typed": typed,
        "section": section.key if section else "",
        "section_title": section.title if section else "",
        "findings": findings(pages.object_list, query, visit, request.user),
        "has_words": bool(query),
        "has_more": found.has_more,
        "count": len(found.posts),
        "most": MOST_FOUND,
        "pages": pages,
        "kept": urlencode({"q": typed} | ({"section": section.key} if section else {})),
    }
    return render(request, "forum/search.html", context)


def _section(request, visit):
    """The card of the section that was chosen; None for the whole forum and all comments."""
    try:
        key = UUID(request.GET.get("section", ""))
    except ValueError:
        return None
    cards = section_cards(visit, Locale.get_active().pk)
    return next((card for card in cards if card.key == key), None)
