from django.db import models
from django.utils.translation import gettext_lazy as _


class JobRunQuerySet(models.QuerySet):
    def claim(self, name, *, now, due_before, lease_before) -> bool:
        """Take the job for this process; False when it is not due or another process has it."""
        free = models.Q(started_at=None) | models.Q(finished_at__gte=models.F("started_at"))
        abandoned = models.Q(started_at__lt=lease_before)
        due = models.Q(started_at=None) | models.Q(started_at__lte=due_before)
        return self.filter(name=name).filter((free | abandoned) & due).update(started_at=now) == 1


class JobRun(models.Model):
    """When a piece of scheduled work last ran, and how it ended."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    started_at = models.DateTimeField(_("started"), null=True)
    finished_at = models.DateTimeField(_("finished"), null=True)
    failure = models.TextField(_("failure"), blank=True)

    objects = JobRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("scheduled job")
        verbose_name_plural = _("scheduled jobs")

    def __str__(self):
        return self.name
