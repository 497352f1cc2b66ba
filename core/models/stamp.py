from django.db import models


class PageStamp(models.Model):
    """The one row that says which state of the site the kept pages belong to."""

    ROW = 1

    value = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="core_page_stamp_is_one_row")
        ]

    def __str__(self):
        return str(self.value)
