"""Notices: what a person is told, on the site and by letter, and their wishes about the letters."""

from django.conf import settings
from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from notifications.models.letters import ABOUT_LENGTH, Letter
from notifications.rhythms import Rhythm

GROUP_LENGTH = 80
# The scopes of a wish that are not one category or one group.
EVERYTHING, CATEGORY, GROUP = "everything", "kind:", "group:"


class NoticeQuerySet(models.QuerySet):
    def due(self, now):
        """Notices that wait for a letter and whose time has come."""
        return self.filter(due_at__lte=now)

    def unread(self):
        """Notices that the person has not seen yet."""
        return self.filter(read_at=None)


class Notice(models.Model):
    """That a person is told of something, once: shown on the site, and put into a letter if wished.

    The words are made when somebody reads them (`notifications.notices`): a notice knows only what
    it is about. It waits for a letter of its `rhythm` as long as there is a `due_at`.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices"
    )
    kind = models.CharField(max_length=60)
    about = models.CharField(max_length=ABOUT_LENGTH)
    # What belongs together in letters and is read together, such as a topic; may be empty.
    group = models.CharField(max_length=GROUP_LENGTH, blank=True)
    context = models.JSONField(default=dict)
    # The name of an address and what it is given, so that it leads there in every language.
    place = models.JSONField(default=list)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    rhythm = models.CharField(max_length=10, choices=Rhythm, blank=True)
    due_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    letter = models.ForeignKey(Letter, null=True, on_delete=models.SET_NULL, related_name="notices")

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "about"], name="notifications_told_once"
            )
        ]
        indexes = [
            models.Index(fields=["person", "-id"], name="notifications_list"),
            models.Index(
                fields=["person"],
                condition=models.Q(read_at=None),
                name="notifications_unread",
            ),
            models.Index(fields=["person", "group"], name="notifications_group"),
            models.Index(
                fields=["due_at"],
                condition=models.Q(due_at__isnull=False),
                name="notifications_waiting",
            ),
            models.Index(fields=["created_at"], name="notifications_oldest"),
        ]

    def __str__(self):
        return f"{self.kind}: {self.about}"

    @property
    def path(self) -> str:
        """Where it leads to, in the active language; empty for an address that is gone."""
        try:
            return reverse(self.place[0], args=self.place[1:]) if self.place else ""
        except NoReverseMatch:
            return ""


class LetterWish(models.Model):
    """A person's wish about some letters, in place of their general one.

    `scope` is EVERYTHING, a category ("kind:…") or a group ("group:…"). What was stopped keeps the
    rhythm from before, for whoever thinks better of it.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="letter_wishes"
    )
    scope = models.CharField(max_length=len(GROUP) + GROUP_LENGTH)
    rhythm = models.CharField(max_length=10, choices=Rhythm, blank=True)
    is_stopped = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("wish about letters")
        verbose_name_plural = _("wishes about letters")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["person", "scope"], name="notifications_one_wish")
        ]

    def __str__(self):
        return self.scope
