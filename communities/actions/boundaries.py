"""What changes the communities beside their pages."""

from datetime import datetime

from django.db import transaction
from wagtail.log_actions import log

from communities.boundaries import Ring
from communities.models import BoundarySet

# So many sets are kept, so that a map that was shown before can be shown again.
SETS_KEPT = 5


@transaction.atomic
def add_boundaries(
    *, rings: dict[object, list[Ring]], credit: str, user, now: datetime
) -> BoundarySet:
    """Keep boundaries without showing them yet; of those that are not shown the oldest go."""
    added = BoundarySet.objects.create(
        rings={str(key): each for key, each in rings.items()},
        credit=credit,
        added_at=now,
        added_by=user,
    )
    log(instance=added, action="wagtail.create", user=user)
    hidden = BoundarySet.objects.filter(is_shown=False).order_by("-added_at", "-pk")
    for old in hidden[SETS_KEPT:]:
        old.delete()
    return added


@transaction.atomic
def show_boundaries(*, boundaries: BoundarySet, user):
    """Draw the map with these boundaries, and with these alone."""
    # Whoever shows other boundaries at the same time waits here.
    rows = {row.pk: row for row in BoundarySet.objects.select_for_update().order_by("pk")}
    for row in rows.values():
        if row.is_shown and row.pk != boundaries.pk:
            _set_shown(row, False)
    if boundaries.pk in rows and not rows[boundaries.pk].is_shown:
        _set_shown(rows[boundaries.pk], True)
        log(instance=boundaries, action="wagtail.publish", user=user)


@transaction.atomic
def hide_boundaries(*, boundaries: BoundarySet, user):
    """Draw the map without these boundaries; they are kept."""
    row = BoundarySet.objects.select_for_update().filter(pk=boundaries.pk, is_shown=True).first()
    if row:
        _set_shown(row, False)
        log(instance=row, action="wagtail.unpublish", user=user)


@transaction.atomic
def delete_boundaries(*, boundaries: BoundarySet, user):
    """Delete boundaries, and take them off the map if they are on it."""
    log(instance=boundaries, action="wagtail.delete", user=user)
    boundaries.delete()


def _set_shown(row: BoundarySet, is_shown: bool):
    row.is_shown = is_shown
    row.save(update_fields=["is_shown"])
