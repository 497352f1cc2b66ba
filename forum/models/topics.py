"""Topics: what is talked about, in the forum or under a page."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from taggit.models import ItemBase, TagBase

TITLE_LETTERS = 120
TAGS, TAG_LETTERS = 5, 30
POSTS_PER_PAGE = 20


class TopicQuerySet(models.QuerySet):
    def in_forum(self):
        """Topics of the forum, without the talk under pages."""
        return self.filter(kind=Topic.Kind.FORUM)

    def shown(self):
        """Topics that are not held back, hidden or deleted."""
        return self.filter(state=Topic.State.SHOWN)

    def listed(self, *, is_archived=False, is_pinned=None):
        """Topics in the archive or out of it, pinned, not pinned, or both (None)."""
        # Of a column that is denied SQLite asks no index; of a list of one value it does.
        topics = self.filter(is_archived__in=[is_archived])
        return topics if is_pinned is None else topics.filter(is_pinned__in=[is_pinned])

    def at(self, keys):
        """Topics at the places with these translation keys."""
        return self.filter(place_key__in=keys)


class Topic(models.Model):
    """What is talked about: a topic of the forum, or all that is said under a page.

    `place_key` is the translation key of the section, or of the page that is talked about: readers
    of all its languages share the topic.
    """

    class Kind(models.TextChoices):
        FORUM = "forum", _("Topic")
        COMMENTS = "comments", _("Comments")

    class State(models.TextChoices):
        HELD = "held", _("Waits for a moderator")
        SHOWN = "shown", _("Shown")
        HIDDEN = "hidden", _("Hidden")
        DELETED = "deleted", _("Deleted")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.FORUM)
    place_key = models.UUIDField(db_index=True)
    community_key = models.UUIDField(null=True, blank=True, db_index=True)
    title = models.CharField(_("title"), max_length=TITLE_LETTERS, blank=True)
    language = models.CharField(_("language"), max_length=5, default="lv")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="topics"
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.HELD)
    is_pinned = models.BooleanField(_("pinned"), default=False)
    is_closed = models.BooleanField(_("closed"), default=False)
    is_archived = models.BooleanField(_("archived"), default=False)
    # The post that answers what was asked, and the one that speaks for the municipality.
    answer = models.ForeignKey(
        "forum.Post", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    official_answer = models.ForeignKey(
        "forum.Post", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="merged"
    )
    # Counted where a post becomes visible or stops being it, so that no list counts posts.
    last_number = models.PositiveIntegerField(default=0)
    post_count = models.PositiveIntegerField(default=0)
    last_post = models.ForeignKey(
        "forum.Post", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    last_post_at = models.DateTimeField(db_index=True)
    created_at = models.DateTimeField()
    search_keys = models.TextField(blank=True, editable=False)

    tags = TaggableManager(through="forum.TaggedTopic", blank=True, verbose_name=_("tags"))

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        default_permissions = ()
        permissions = [("tend", _("Can close, pin and move topics"))]
        constraints = [
            models.UniqueConstraint(
                fields=["place_key"],
                condition=Q(kind="comments"),
                name="forum_one_talk_per_page",
            )
        ]
        indexes = [
            models.Index(
                fields=["place_key", "state", "is_archived", "is_pinned", "-last_post_at", "-id"],
                name="forum_topics_of_place",
            ),
            models.Index(
                fields=["community_key", "state", "is_archived", "-last_post_at", "-id"],
                name="forum_topics_of_community",
            ),
            models.Index(
                fields=["kind", "state", "is_archived", "-last_post_at", "-id"],
                name="forum_topics_latest",
            ),
        ]

    def __str__(self):
        return self.title or str(self.key)

    @property
    def slug(self) -> str:
        """The words of the address; a topic is found by its number alone."""
        return slugify(self.title)[:60].strip("-") or "tema"

    @property
    def takes_posts(self) -> bool:
        """Whether anything can be said here still; not before the first post is shown."""
        return self.state == self.State.SHOWN and self.takes_changes

    @property
    def takes_changes(self) -> bool:
        """Whether people may still change what they said here."""
        is_there = self.state in (self.State.SHOWN, self.State.HELD)
        return is_there and not (self.is_closed or self.is_archived)

    @property
    def page_count(self) -> int:
        """How many pages the posts fill."""
        return max(1, -(-self.last_number // POSTS_PER_PAGE))

    def get_absolute_url(self) -> str:
        """Where a topic of the forum stands, in the active language."""
        return reverse("forum:topic-detail", args=[self.pk, self.slug])


class TopicTag(TagBase):
    """A word that topics of the forum share."""

    class Meta:
        verbose_name = _("topic tag")
        verbose_name_plural = _("topic tags")
        default_permissions = ()


class TaggedTopic(ItemBase):
    """That a topic has a tag."""

    content_object = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="tagged")
    tag = models.ForeignKey(TopicTag, on_delete=models.CASCADE, related_name="tagged")

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["content_object", "tag"], name="forum_tag_once")
        ]
