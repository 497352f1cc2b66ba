"""What of communities and their news is searched."""

from django.utils.translation import gettext_lazy as _

from core.entries import sources
from core.entries.sources import Kind, Source

COMMUNITY = Kind("community", _("Communities"), weight=3)
NEWS = Kind("news", _("News"))


def register_sources():
    """Let communities and news be searched as such, once, when Django starts."""
    communities = Source(COMMUNITY, words_of=words_of_community)
    sources.register("communities.CommunityPage", communities)
    sources.register("communities.ArticlePage", Source(NEWS, words_of=_where_from, day_of=_day))


def words_of_community(page) -> list[str]:
    """What a community is found by beside its text: its names, facts and people to turn to."""
    facts = [f"{fact.label}: {fact.value}." for fact in page.facts.all()]
    people = [f"{one.name}, {one.role}." for one in page.contacts.all()]
    return [page.short_name, page.centre, *facts, *people]


def _where_from(page) -> list[str]:
    return [page.source_name]


def _day(page):
    return page.date
