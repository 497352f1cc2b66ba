"""What is near me: a community that a visitor chose, without an account."""

from django.conf import settings
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.models import Locale

from communities.models.cards import community_cards, neighbours_of
from communities.models.news import AS_ROWS, news_around
from core.shell import shell_of_address
from core.visit import visit_of
from home.forms import NearbyForm

# Which community the visitor chose on this device; it says nothing about who they are.
COOKIE = "kopiena"
COOKIE_SECONDS = 365 * 24 * 60 * 60
NEWS_IN_PART = 3


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def nearby(request):
    """News of one community, of its neighbours and of all; a POST remembers or forgets the choice.

    The choice comes from the address, else from the cookie. With `part` in the address the answer
    is the list alone, to be put into a page.
    """
    visit, locale_id = visit_of(request), _locale_id()
    cards = community_cards(visit, locale_id)
    if request.method == "POST":
        return _remember(request, NearbyForm(request.POST, cards=cards))
    remembered = request.COOKIES.get(COOKIE, "")
    asked = request.GET.get("kopiena", remembered)
    form = NearbyForm({"kopiena": asked} if asked else None, cards=cards)
    card = form.card if form.is_bound and form.is_valid() else None
    near = [card, *neighbours_of(visit, locale_id, card.key)] if card else []
    if "part" in request.GET:
        news = news_around(visit, locale_id, near, NEWS_IN_PART, AS_ROWS) if card else []
        return render(request, "home/nearby_part.html", {"card": card, "news": news})
    context = {
        "form": form,
        "communities": cards,
        "card": card,
        "neighbours": near[1:],
        "news": news_around(visit, locale_id, near) if card else [],
        "is_remembered": bool(card) and remembered == card.slug,
    }
    context["shell"] = shell_of_address(request, "nearby", _("Near me"))
    return render(request, "home/nearby.html", context)


def _remember(request, form):
    """Set the cookie to a community that exists; without one, take it away."""
    response = redirect("nearby")
    if form.is_valid():
        response.set_cookie(
            COOKIE,
            form.card.slug,
            max_age=COOKIE_SECONDS,
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
    return response


def _locale_id() -> int:
    return Locale.objects.get(language_code=get_language()).pk
