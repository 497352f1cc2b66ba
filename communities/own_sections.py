"""What communities themselves put on their pages: contacts, news, neighbours, facts."""

from django.utils.safestring import SafeString

from communities.models import ArticlePage, CommunityRights
from communities.models.cards import neighbours_of
from communities.models.news import NEWS_PER_LIST, WITHOUT_PLACES, latest_cards, news_around
from communities.sections import Section, register
from core.visit import shared_fact

# With fewer news of its own, a community shows more of what goes on around it.
FEW_NEWS = 3
NEWS_BESIDE_OWN = 3


def register_sections():
    """Register the sections, once, when Django starts."""
    for section in (
        Section("news", 50, "communities/sections/news.html", news),
        Section("around", 60, "communities/sections/around.html", around),
        Section("contacts", 20, "communities/sections/contacts.html", contacts, is_at_side=True),
        Section("map", 40, "communities/sections/map.html", place_on_map, is_at_side=True),
        Section("facts", 70, "communities/sections/facts.html", facts, is_at_side=True),
    ):
        register(section)


def news(page, visit):
    """The latest of the community's own; without any, how to begin."""
    return {"news": _own_news(page, visit)}


def around(page, visit):
    """What goes on at the neighbours' and in the whole municipality, more where little is here."""
    has_few = len(_own_news(page, visit)) < FEW_NEWS
    limit = NEWS_PER_LIST if has_few else NEWS_BESIDE_OWN
    found = news_around(visit, page.locale_id, _neighbours(page, visit), limit)
    return {"news": found} if found else None


def _own_news(page, visit) -> list[SafeString]:
    """The latest of the community's own, asked once for the sections that go by them."""
    if "own_news" not in vars(page):
        below = ArticlePage.objects.child_of(page)
        page.own_news = latest_cards(visit, page.locale_id, below, NEWS_PER_LIST, WITHOUT_PLACES)
    return page.own_news


def contacts(page, visit):
    """Leaders and others whom anybody may write to or ring."""
    found, key = page.contact_list, page.translation_key
    led, left = leadership(visit)
    return {"contacts": found, "looks_for_leader": key in left or (not found and key not in led)}


@shared_fact
def leadership(visit) -> tuple[frozenset, frozenset]:
    """The keys of the communities that somebody leads, and of those that nobody leads any more."""
    rights = CommunityRights.objects.values_list("community_key", "is_led", "leaderless_since")
    led = frozenset(key for key, is_led, _since in rights if is_led)
    left = frozenset(key for key, is_led, since in rights if since and not is_led)
    return led, left


def place_on_map(page, visit):
    """The community on the map, and its neighbours as a list."""
    return {"neighbours": _neighbours(page, visit)}


def facts(page, visit):
    """Figures with their day and their source."""
    return {"facts": page.fact_list} if page.fact_list else None


def _neighbours(page, visit):
    return neighbours_of(visit, page.locale_id, page.translation_key)
