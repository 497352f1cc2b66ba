"""What resources are about: topics, and the other names under which people look for them."""

from django.db import models
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase


class Topic(TagBase):
    """What resources are about; editors rename topics and merge those that mean the same."""

    name_en = models.CharField(
        _("name in English"),
        max_length=100,
        blank=True,
        help_text=_("Without it the Latvian name stands on English pages too."),
    )

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name", "pk"]

    def slugify(self, tag, i=None):
        """The short name in addresses, in Latin letters; with a number where it is taken."""
        slug = slugify(tag) or "tema"
        return slug if i is None else f"{slug}-{i}"

    @property
    def label(self) -> str:
        """The name in the active language."""
        return self.name_en if self.name_en and get_language() == "en" else self.name


class TopicAlias(models.Model):
    """Another name of a topic: whoever writes it means the topic."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(_("short name in addresses"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("other name of a topic")
        verbose_name_plural = _("other names of topics")
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name


class ResourceTopic(ItemBase):
    """That a resource is about a topic."""

    tag = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="resource_topics")
    content_object = ParentalKey(
        "library.ResourcePage", on_delete=models.CASCADE, related_name="tagged_items"
    )
