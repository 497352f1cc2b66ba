"""Mailing on what has waited too long."""

from datetime import datetime, timedelta

from django.db import transaction

from forum import notices
from forum.comments import stored_settings
from forum.models import Review


@transaction.atomic
def escalate(now: datetime):
    """Tell the back-up, once, of what nobody has decided about in the time that was promised."""
    until = now - timedelta(hours=stored_settings().answer_hours)
    late = Review.objects.filter(closed_at=None, escalated_at=None, opened_at__lt=until)
    # Whoever changes a row tells of it, so that two processes at once tell once.
    claimed = [
        review
        for review in late.select_related("post__topic").order_by("opened_at", "pk")
        if late.filter(pk=review.pk).update(escalated_at=now)
    ]
    if claimed:
        notices.overdue(claimed, now)
