from communities.models.community import (
    CommunitiesIndexPage,
    CommunityContact,
    CommunityFact,
    CommunityPage,
)
from communities.models.news import ArticlePage, NewsIndexPage

__all__ = [
    "ArticlePage",
    "CommunitiesIndexPage",
    "CommunityContact",
    "CommunityFact",
    "CommunityPage",
    "NewsIndexPage",
]
