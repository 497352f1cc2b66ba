"""Noting in a community's history who did what for it."""

from wagtail.log_actions import log

from communities.models import CommunityPage


def note(community_key, action: str, by, **data):
    """Keep in the community's history what was done; addresses of people are never part of it."""
    page = CommunityPage.objects.filter(
        translation_key=community_key, locale__language_code="lv"
    ).first()
    if page:
        log(instance=page, action=f"communities.{action}", user=by, data=data)
