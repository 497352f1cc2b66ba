"""What the start of the backstage shows to editors about leaders."""

from django.db.models import Exists, OuterRef
from wagtail.admin.ui.components import Component

from communities.models import CommunityPage, CommunityRole


def without_leader():
    """Communities that nobody leads, in Latvian, in alphabetical order."""
    leaders = CommunityRole.objects.filter(
        community_key=OuterRef("translation_key"), kind=CommunityRole.Kind.LEADER
    )
    pages = CommunityPage.objects.filter(locale__language_code="lv")
    return pages.exclude(Exists(leaders)).order_by("sort_key", "pk")


class LeaderlessPanel(Component):
    """The communities that look for a leader, each leading to where one is invited."""

    name = "leaderless"
    order = 240
    template_name = "communities/admin/leaderless.html"

    def get_context_data(self, parent_context):
        return {"communities": without_leader().values("title", "translation_key")}
