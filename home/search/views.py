"""The page of the search, and what it suggests while somebody types."""

from ipaddress import ip_address

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from communities.models.cards import community_cards
from core.client import client_address
from core.entries.sources import kinds
from core.errors import too_many_requests
from core.frames import personal_shell
from core.search_query import LETTERS
from core.visit import visit_of
from home.search import limits
from home.search.actions import count_search
from home.search.asked import PEOPLE, TALK, Asked, Period, asked_of
from home.search.results import Results, locale_id, results_for
from home.search.suggesting import suggestions_for
from home.search.terms import ways_on

# With fewer letters nearly everything begins.
SHORTEST_BEGINNING = 3


@never_cache
@require_safe
def search_page(request):
    """What of the site the reader may read and has the words, the best first."""
    visit, language = visit_of(request), get_language()
    if not _may(request, "search", limits.SEARCHES):
        return too_many_requests(request)
    communities = community_cards(visit, locale_id(visit, language))
    names = _names_of_groups()
    asked = asked_of(request.GET, names, {card.slug for card in communities})
    results = results_for(visit, request.user, asked, language, request.GET.get("page"))
    if results.sought and asked == Asked(asked.typed) and results.part.number == 1:
        count_search(typed=asked.typed, language=language, is_found=results.is_found, now=visit.now)
    context = {
        "shell": personal_shell(request, _("Search"), "search"),
        "asked": asked,
        "results": results,
        "groups": _groups(results, names),
        "communities": communities,
        "periods": Period.choices,
        "all_address": asked.address(group=""),
        "everywhere": Asked(asked.typed).address(),
        "talk_address": _talk_address(results),
        "ways_on": [] if results.is_found else ways_on(visit, language),
        "fewer": _fewer(results),
    }
    response = render(request, "home/search/page.html", context)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


@never_cache
@require_safe
def suggestions(request):
    """Pages whose titles have the words, as a small list of links; empty for none."""
    visit, language = visit_of(request), get_language()
    typed = request.GET.get("q", "").replace("\0", "")[:LETTERS].strip()
    is_worth = len(typed) >= SHORTEST_BEGINNING
    if not is_worth or not _may(request, "suggestions", limits.SUGGESTIONS):
        return render(request, "home/search/suggestions.html", {"found": []})
    found = suggestions_for(visit, typed, language)
    return render(request, "home/search/suggestions.html", {"found": found})


def _may(request, name: str, most: int) -> bool:
    """Whether a stranger may search once more; whoever has signed in always may.

    The machine itself is nobody: all the world comes from it behind a proxy that nobody named.
    """
    address = client_address(request)
    if request.user.is_authenticated or ip_address(address).is_loopback:
        return True
    return limits.take(name, address, most=most, now=visit_of(request).now)


def _names_of_groups() -> dict[str, str]:
    named = {kind.key: kind.name for kind in kinds()}
    return named | {TALK: _("Discussions"), PEOPLE: _("People on this site")}


def _groups(results: Results, names: dict) -> list[dict]:
    """The groups in which anything was found, each with its address."""
    asked, address = results.asked, reverse("search")
    return [
        {
            "name": name,
            "count": results.counts[key],
            "has_more": results.has_more_of(key),
            "is_chosen": asked.group == key,
            "address": f"{address}?{asked.address(group=key)}",
        }
        for key, name in names.items()
        if results.counts[key] or asked.group == key
    ]


def _talk_address(results: Results) -> str:
    """Where all that was said is, if not all of it is shown here."""
    if results.counts[TALK] <= len(results.talk) or results.asked.group == TALK:
        return ""
    return f"{reverse('search')}?{results.asked.address(group=TALK)}"


def _fewer(results: Results) -> list[tuple[str, str]]:
    """Where nothing was found by several words: each way to ask with one of them left out."""
    words = results.asked.typed.split()
    if results.is_found or not 2 <= len(words) <= 6:
        return []
    left = [" ".join(words[:at] + words[at + 1 :]) for at in range(len(words))]
    return [(typed, f"{reverse('search')}?{Asked(typed).address()}") for typed in left]
