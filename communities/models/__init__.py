from communities.models.boundaries import BoundarySet
from communities.models.community import (
    CommunitiesIndexPage,
    CommunityContact,
    CommunityFact,
    CommunityPage,
)
from communities.models.invitations import Invitation
from communities.models.news import ArticlePage, NewsIndexPage
from communities.models.preview_links import PreviewLink
from communities.models.roles import CommunityRights, CommunityRole

__all__ = [
    "ArticlePage",
    "BoundarySet",
    "CommunitiesIndexPage",
    "CommunityContact",
    "CommunityFact",
    "CommunityPage",
    "CommunityRights",
    "CommunityRole",
    "Invitation",
    "NewsIndexPage",
    "PreviewLink",
]
