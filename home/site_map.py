"""All pages of a language on one page, as the tree has them."""

from dataclasses import dataclass, field

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from core import page_cache
from core.access import pages_open_to
from core.shell import shell_of_address
from core.visit import visit_of

PAGES_PER_PART = 500
COLUMNS = ("path", "title", "url_path")


@dataclass
class Entry:
    """A page of the map, with what lies below it."""

    path: str
    title: str
    url: str
    below: list["Entry"] = field(default_factory=list)


@require_safe
def site_map(request):
    """The map of the site for its visitor; a very large one in parts."""
    visit = visit_of(request)
    shell = shell_of_address(request, "site-map", _("Site map"))
    pages = pages_open_to(visit.circles, visit.now).filter(depth__gt=2)
    pages = pages.filter(locale__language_code=get_language())
    part = Paginator(pages.order_by("path").values_list(*COLUMNS), PAGES_PER_PART).get_page(
        request.GET.get("page")
    )
    shell.number = part.number
    entries = nested(_with_above(pages, part))
    context = {
        "shell": shell,
        "part": part,
        "sections": [entry for entry in entries if entry.below],
        "single": [entry for entry in entries if not entry.below],
    }
    response = render(request, "home/site_map.html", context)
    if request.user.is_authenticated:
        response.headers["Cache-Control"] = "private, no-store"
        return response
    return page_cache.offer(response, until=visit.state.ends_at)


def _with_above(pages, part) -> list[tuple]:
    """The pages of the part, and before them those above the first, so that it has its place."""
    rows = list(part.object_list)
    if part.number == 1:
        return rows
    first = rows[0][0]
    above = [first[:step] for step in range(Page.steplen, len(first), Page.steplen)]
    return [*pages.filter(path__in=above).order_by("path").values_list(*COLUMNS), *rows]


def nested(rows) -> list[Entry]:
    """Rows of path, title and address in the order of the tree, as a tree.

    What lies below a page that is not among them stands below the closest one that is.
    """
    top = Entry("", "", "")
    way = [top]
    for row in rows:
        entry = Entry(*row)
        while not entry.path.startswith(way[-1].path):
            way.pop()
        way[-1].below.append(entry)
        way.append(entry)
    return top.below
