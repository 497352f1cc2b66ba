"""Resources whose day of review has come: whoever made them is asked, and again each month."""

from datetime import datetime, timedelta

from django.utils import timezone

from library import letters
from library.models import ResourcePage
from members.access import editors
from notifications.actions import queue

ASKED_AGAIN_AFTER = timedelta(days=30)


def ask_for_reviews(now: datetime):
    """Ask the owners of resources to look them through; each once for each date and month."""
    today = timezone.localdate(now)
    due = ResourcePage.objects.live().filter(review_date__lte=today, locale__language_code="lv")
    for page in due.select_related("owner").order_by("review_date", "pk"):
        turn = (today - page.review_date) // ASKED_AGAIN_AFTER
        for person in reviewers(page):
            queue(
                kind=letters.REVIEW,
                about=f"review:{page.translation_key}:{page.review_date:%Y%m%d}:{turn}",
                now=now,
                person=person,
                context={
                    "resource": str(page.translation_key),
                    "review_date": page.review_date.isoformat(),
                    "turn": turn,
                },
            )


def reviewers(page: ResourcePage) -> list:
    """Who answers for a resource: whoever made it, as long as they may; else the editors."""
    owner = page.owner
    if owner is not None and owner.is_active and page.permissions_for_user(owner).can_edit():
        return [owner]
    return list(editors())
