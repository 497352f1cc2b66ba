"""What people follow, and how far they have read."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from forum.models.topics import Topic


class Following(models.Model):
    """A person's wish to be told of a topic, of a section or of a page – or never to be.

    `key` is that of the topic, or the translation key of the section or page.
    """

    class Wish(models.TextChoices):
        FOLLOWS = "follows", _("Follows")
        MUTED = "muted", _("Muted")

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="followings"
    )
    key = models.UUIDField()
    wish = models.CharField(max_length=10, choices=Wish, default=Wish.FOLLOWS)
    since = models.DateTimeField()

    class Meta:
        verbose_name = _("following")
        verbose_name_plural = _("followings")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["person", "key"], name="forum_one_wish_per_thing")
        ]
        indexes = [models.Index(fields=["key", "wish"], name="forum_followers")]

    def __str__(self):
        return f"{self.get_wish_display()} {self.key}"


class Reading(models.Model):
    """How far a person has read in a topic: the highest number that they saw."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="readings"
    )
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="readings")
    number = models.PositiveIntegerField(default=0)
    read_at = models.DateTimeField()

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["person", "topic"], name="forum_one_reading")
        ]

    def __str__(self):
        return f"{self.topic_id}: {self.number}"
