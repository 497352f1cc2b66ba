from communities.models.community import CommunitiesIndexPage, CommunityFact, CommunityPage
from communities.models.news import ArticlePage, NewsIndexPage

__all__ = [
    "ArticlePage",
    "CommunitiesIndexPage",
    "CommunityFact",
    "CommunityPage",
    "NewsIndexPage",
]
