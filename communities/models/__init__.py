from communities.models.boundaries import BoundarySet
from communities.models.community import (
    CommunitiesIndexPage,
    CommunityContact,
    CommunityFact,
    CommunityPage,
)
from communities.models.news import ArticlePage, NewsIndexPage

__all__ = [
    "ArticlePage",
    "BoundarySet",
    "CommunitiesIndexPage",
    "CommunityContact",
    "CommunityFact",
    "CommunityPage",
    "NewsIndexPage",
]
