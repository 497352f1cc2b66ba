"""Moderation: what waits, what was decided and why, what was reported, and objections."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.roles import EDITORS
from forum.models.posts import Post, PostVersion
from forum.models.topics import Topic

PERSON = settings.AUTH_USER_MODEL
NOTE_LETTERS = 1000


class Reason(models.Model):
    """Why a moderator takes something down, and the rule that it breaks; editors write the list."""

    name_lv = models.CharField(_("reason in Latvian"), max_length=80)
    name_en = models.CharField(_("reason in English"), max_length=80)
    rule_lv = models.TextField(_("rule in Latvian"), max_length=500)
    rule_en = models.TextField(_("rule in English"), max_length=500)
    is_for_reports = models.BooleanField(
        _("residents may choose it when they report"), default=True
    )
    is_used = models.BooleanField(_("in use"), default=True)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("reason of moderation")
        verbose_name_plural = _("reasons of moderation")
        ordering = ["sort_order", "pk"]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """The reason in the active language."""
        return self.name_en if get_language() == "en" else self.name_lv

    @property
    def rule(self) -> str:
        """The rule in the active language."""
        return self.rule_en if get_language() == "en" else self.rule_lv


class Review(models.Model):
    """Something that waits for a moderator: a new post, an edit, reports or an objection.

    One of a kind is open for a post at a time, but every objection stands for itself; whoever
    closes a review first has decided.
    """

    class Kind(models.TextChoices):
        NEW = "new", _("New post")
        EDIT = "edit", _("Changed post")
        REPORTS = "reports", _("Reported post")
        OBJECTION = "objection", _("Objection")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="reviews")
    version = models.ForeignKey(PostVersion, null=True, on_delete=models.CASCADE, related_name="+")
    community_key = models.UUIDField(null=True, db_index=True)
    # What `moderation.judge` had to say, as the names of its reasons.
    causes = models.JSONField(default=list)
    opened_at = models.DateTimeField(_("since"))
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(PERSON, null=True, on_delete=models.SET_NULL, related_name="+")
    # When those on duty were reminded of it.
    escalated_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["post", "kind"],
                condition=Q(closed_at__isnull=True) & ~Q(kind="objection"),
                name="forum_one_open_review",
            )
        ]
        indexes = [
            models.Index(fields=["closed_at", "opened_at", "id"], name="forum_reviews_oldest"),
            models.Index(
                fields=["community_key", "closed_at", "opened_at"], name="forum_reviews_community"
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.post_id}"


class Report(models.Model):
    """That a person thinks a post breaks the rules; one of a person about a post."""

    class Outcome(models.TextChoices):
        OPEN = "open", _("Not yet looked at")
        UPHELD = "upheld", _("Upheld")
        DISMISSED = "dismissed", _("Not upheld")

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="reports")
    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="reports")
    reason = models.ForeignKey(Reason, null=True, on_delete=models.SET_NULL, related_name="+")
    note = models.TextField(_("in your own words"), max_length=NOTE_LETTERS, blank=True)
    weight = models.PositiveSmallIntegerField(default=1)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.OPEN)
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["post", "person"], name="forum_one_report_per_person")
        ]
        indexes = [models.Index(fields=["person", "-made_at"], name="forum_reports_of_person")]

    def __str__(self):
        return f"{self.post_id} {self.get_outcome_display()}"


class Decision(models.Model):
    """What a moderator did, about which post or topic, why and under which rule; never changed."""

    class Kind(models.TextChoices):
        APPROVE = "approve", _("Approved")
        EDIT = "edit", _("Approved with changes")
        HIDE = "hide", _("Hidden")
        REFUSE = "refuse", _("Refused")
        RESTORE = "restore", _("Shown again")
        KEEP = "keep", _("Left as it is")
        CLOSE = "close", _("Topic closed")
        OPEN = "open", _("Topic opened again")
        MOVE = "move", _("Moved")
        MERGE = "merge", _("Merged")
        WARN = "warn", _("Warned")
        BLOCK = "block", _("Blocked for a time")
        UNBLOCK = "unblock", _("Block ended")
        UPHOLD = "uphold", _("Objection not upheld")
        OVERTURN = "overturn", _("Objection upheld")

    # Those that take something away, of which the person is told and may object.
    REMOVALS = ("hide", "refuse", "edit", "warn", "block")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("decision"), max_length=10, choices=Kind)
    post = models.ForeignKey(Post, null=True, on_delete=models.SET_NULL, related_name="decisions")
    topic = models.ForeignKey(Topic, null=True, on_delete=models.SET_NULL, related_name="decisions")
    version = models.ForeignKey(PostVersion, null=True, on_delete=models.SET_NULL, related_name="+")
    review = models.ForeignKey(
        Review, null=True, on_delete=models.SET_NULL, related_name="decisions"
    )
    # Whom it is about: the author of the post.
    person = models.ForeignKey(
        PERSON, null=True, on_delete=models.SET_NULL, related_name="decisions_about"
    )
    community_key = models.UUIDField(null=True, db_index=True)
    made_by = models.ForeignKey(PERSON, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField()
    # How long it had waited, for the public figures; None where nothing waited.
    waited = models.DurationField(null=True)
    reason = models.ForeignKey(Reason, null=True, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(_("note"), max_length=NOTE_LETTERS, blank=True)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        default_permissions = ()
        indexes = [
            models.Index(fields=["-made_at", "-id"], name="forum_decisions_newest"),
            models.Index(fields=["person", "-made_at"], name="forum_decisions_about"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.made_at:%Y-%m-%d %H:%M}"


class Objection(models.Model):
    """The one objection of the person whom a decision is about; somebody else decides on it."""

    class Outcome(models.TextChoices):
        OPEN = "open", _("Not yet decided")
        UPHELD = "upheld", _("The decision stands")
        OVERTURNED = "overturned", _("The decision was taken back")

    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, related_name="objection")
    review = models.OneToOneField(Review, on_delete=models.CASCADE, related_name="objection")
    text = models.TextField(_("why you object"), max_length=NOTE_LETTERS)
    made_at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.OPEN)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(PERSON, null=True, on_delete=models.SET_NULL, related_name="+")
    note = models.TextField(_("note"), max_length=NOTE_LETTERS, blank=True)

    class Meta:
        verbose_name = _("objection")
        verbose_name_plural = _("objections")
        default_permissions = ()

    def __str__(self):
        return f"{self.get_outcome_display()} {self.made_at:%Y-%m-%d}"


class Block(models.Model):
    """That a person may not write for a time: on the whole site, or in one community's places."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="blocks")
    community_key = models.UUIDField(null=True, db_index=True)
    decision = models.OneToOneField(Decision, null=True, on_delete=models.SET_NULL)
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        verbose_name = _("block")
        verbose_name_plural = _("blocks")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                name="forum_block_ends", condition=Q(ends_at__gte=F("begins_at"))
            )
        ]
        indexes = [models.Index(fields=["person", "ends_at"], name="forum_blocks_of_person")]

    def __str__(self):
        return f"{self.person_id} {self.ends_at:%Y-%m-%d}"


def may_be_on_duty() -> Q:
    """Whom the rota may name: editors and administrators."""
    return Q(is_active=True) & (Q(groups__name=EDITORS) | Q(is_superuser=True))


class DutyTurn(models.Model):
    """Who looks after the queue from one day to another, and who steps in when it waits long."""

    person = models.ForeignKey(
        PERSON,
        on_delete=models.CASCADE,
        related_name="duty_turns",
        verbose_name=_("person"),
        limit_choices_to=may_be_on_duty,
    )
    backup = models.ForeignKey(
        PERSON,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("back-up"),
        limit_choices_to=may_be_on_duty,
        help_text=_("Gets a letter about what waits too long."),
    )
    first_date = models.DateField(_("from"))
    last_date = models.DateField(_("to"))

    class Meta:
        verbose_name = _("turn on duty")
        verbose_name_plural = _("turns on duty")
        ordering = ["first_date", "pk"]
        constraints = [
            models.CheckConstraint(
                name="forum_turn_ends",
                condition=Q(last_date__gte=F("first_date")),
                violation_error_message=_("The turn ends before it begins."),
            )
        ]

    def __str__(self):
        return f"{self.first_date} – {self.last_date}"
