from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _


class AllowanceQuerySet(models.QuerySet):
    def take(self, name: str, *, begins_at, limit: int) -> bool:
        """Count one more under the name since that moment; False when the limit is reached."""
        self.get_or_create(name=name, begins_at=begins_at)
        row = self.filter(name=name, begins_at=begins_at, count__lt=limit)
        return row.update(count=F("count") + 1) == 1


class Allowance(models.Model):
    """How often something was done in a stretch of time; counted alike by all processes."""

    name = models.CharField(_("name"), max_length=100)
    begins_at = models.DateTimeField(_("begins"))
    count = models.PositiveIntegerField(_("count"), default=0)

    objects = AllowanceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "begins_at"], name="members_one_allowance")
        ]

    def __str__(self):
        return f"{self.name}: {self.count}"
