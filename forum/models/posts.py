"""Posts: what people say, every version of it, and the pictures beside it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.fields import CleanImageField
from core.storage import PrivateStorage
from forum.models.topics import POSTS_PER_PAGE, Topic

TEXT_BYTES = 32 * 1024


class PostQuerySet(models.QuerySet):
    def shown(self):
        """Posts whose words everybody who may see the topic reads."""
        return self.filter(state=Post.State.SHOWN)

    def with_place(self):
        """Posts that have a place in their topic: shown ones, and the marks of others."""
        return self.filter(number__isnull=False).exclude(
            state__in=[Post.State.HELD, Post.State.REFUSED]
        )

    def on_page(self, page: int):
        """Posts of a page of their topic, counted from 1; as quick on any page."""
        first = (page - 1) * POSTS_PER_PAGE + 1
        return self.filter(number__gte=first, number__lt=first + POSTS_PER_PAGE)

    def with_people(self):
        """What a list of posts shows, in a number of queries that does not grow."""
        unread = (f"reply_to__{name}" for name in ("text", "html", "search_keys"))
        people = self.select_related("author", "helper", "reply_to__author")
        return people.defer(*unread).prefetch_related("pictures")


class Post(models.Model):
    """Something that a person says in a topic.

    `number` is the place in the topic, given when the post first becomes visible and kept for
    ever; a post that waits has none. `text` is what the person typed, `html` what came of it.
    """

    class State(models.TextChoices):
        HELD = "held", _("Waits for a moderator")
        SHOWN = "shown", _("Shown")
        SET_ASIDE = "set_aside", _("Hidden until a moderator has looked")
        HIDDEN = "hidden", _("Hidden by a moderator")
        REFUSED = "refused", _("Refused")
        DELETED = "deleted", _("Deleted by its author")

    class Office(models.TextChoices):
        NONE = "", _("None")
        MUNICIPALITY = "municipality", _("Answer of the municipality")
        COMMUNITY = "community", _("Answer of the community’s leaders")

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="posts")
    number = models.PositiveIntegerField(null=True, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="posts"
    )
    # Whoever had no account and said it to a helper, who typed it: what they are called here.
    speaker = models.CharField(_("name of the person"), max_length=60, blank=True)
    helper = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="helped_posts"
    )
    helped_consent_at = models.DateTimeField(null=True)
    reply_to = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="replies"
    )
    text = models.TextField(_("text"))
    html = models.TextField(editable=False)
    language = models.CharField(_("language"), max_length=5, default="lv")
    office = models.CharField(max_length=20, choices=Office, blank=True, default=Office.NONE)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.HELD)
    # A moderator has looked at these words, so that reports alone do not hide them again.
    is_reviewed = models.BooleanField(default=False)
    # One for every form that was opened: sending it twice makes one post.
    submission = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # What the words are without case, marks and spaces, to find the same words again.
    fingerprint = models.CharField(max_length=32, blank=True, db_index=True)
    search_keys = models.TextField(blank=True, editable=False)
    created_at = models.DateTimeField()
    shown_at = models.DateTimeField(null=True)
    edited_at = models.DateTimeField(null=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        default_permissions = ()
        permissions = [("moderate", _("Can moderate what people say"))]
        constraints = [
            models.UniqueConstraint(fields=["topic", "number"], name="forum_one_post_per_number"),
            models.CheckConstraint(
                name="forum_shown_has_number",
                condition=~Q(state="shown") | Q(number__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["author", "-created_at"], name="forum_posts_of_author"),
            models.Index(fields=["helper", "-created_at"], name="forum_posts_of_helper"),
            models.Index(fields=["topic", "state", "-number"], name="forum_posts_of_topic"),
        ]

    def __str__(self):
        return f"{self.topic_id}/{self.number or '–'}"

    @property
    def author_name(self) -> str:
        """What whoever said it is called here; never an address."""
        if self.speaker:
            return self.speaker
        return self.author.name if self.author_id else gettext("Deleted user")

    @property
    def page(self) -> int:
        """The page of the topic on which the post stands."""
        return (max(self.number or 1, 1) - 1) // POSTS_PER_PAGE + 1

    @property
    def anchor(self) -> str:
        """The name of the post's place on its page."""
        return f"p{self.pk}"

    @property
    def is_first(self) -> bool:
        """Whether the post begins its topic of the forum."""
        return self.topic.kind == Topic.Kind.FORUM and self.number == 1

    @property
    def begins_topic(self) -> bool:
        """Whether the post begins its topic of the forum, or will when it is shown."""
        will = self.number is None and self.topic.last_number == 0
        return self.is_first or (will and self.topic.kind == Topic.Kind.FORUM)


class PostVersion(models.Model):
    """The words of a post as they were or would be: one row for every time that it was written.

    What waits (`HELD`) is not shown before a moderator agrees; the post keeps its words meanwhile.
    """

    class State(models.TextChoices):
        HELD = "held", _("Waits for a moderator")
        SHOWN = "shown", _("Shown")
        REFUSED = "refused", _("Refused")

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="versions")
    text = models.TextField()
    html = models.TextField()
    title = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=10, choices=State)
    made_at = models.DateTimeField()
    # Empty when the author wrote it; otherwise the moderator who changed the words, openly.
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("version of a post")
        verbose_name_plural = _("versions of posts")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["post"], condition=Q(state="held"), name="forum_one_held_version"
            )
        ]
        indexes = [models.Index(fields=["post", "made_at"], name="forum_versions_of_post")]

    def __str__(self):
        return f"{self.post_id} {self.made_at:%Y-%m-%d %H:%M}"


class PostPicture(models.Model):
    """A picture beside a post; without a post while that is still to be confirmed."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    post = models.ForeignKey(Post, null=True, on_delete=models.CASCADE, related_name="pictures")
    file = CleanImageField(
        upload_to="forum",
        storage=PrivateStorage(),
        width_field="width",
        height_field="height",
        max_length=255,
    )
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    alt = models.CharField(_("what the picture shows"), max_length=200, blank=True)
    added_at = models.DateTimeField()

    class Meta:
        verbose_name = _("picture of a post")
        verbose_name_plural = _("pictures of posts")
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self):
        return str(self.key)


class Mention(models.Model):
    """That a post names somebody, who is told of it once it is shown."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="mentions")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mentions"
    )

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["post", "person"], name="forum_one_mention")]
