"""The forum and its sections, which editors write as pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail_localize.fields import SynchronizedField

from communities.models import CommunityPage
from core.models import BasePage
from core.visit import visit_of
from forum.moderation import Rule


class ForumPage(BasePage):
    """The residents' forum: its sections, and what was said in them last; there is one."""

    page_description = _("The residents’ forum with its sections; there is one.")
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["forum.ForumSectionPage"]

    class Meta:
        verbose_name = _("forum")
        verbose_name_plural = _("forums")

    def get_context(self, request, *args, **kwargs):
        from forum.listing import forum_context

        context = super().get_context(request, *args, **kwargs)
        return context | forum_context(self, request, visit_of(request))


class ForumSectionPage(BasePage):
    """A theme of the forum, for the whole municipality or for one community."""

    class Rules(models.TextChoices):
        AT_ONCE = Rule.AT_ONCE, _("Posts appear at once")
        FIRST_HELD = Rule.FIRST_HELD, _("The first posts of every person are looked at before")
        ALL_HELD = Rule.ALL_HELD, _("Every post is looked at before")

    community = models.ForeignKey(
        CommunityPage,
        verbose_name=_("community"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Its leaders then moderate here. Leave empty for the whole municipality."),
    )
    rule = models.CharField(
        _("before a post appears"), max_length=20, choices=Rules, default=Rules.FIRST_HELD
    )
    first_held = models.PositiveSmallIntegerField(
        _("how many first posts are looked at"),
        default=1,
        help_text=_("Of every person, where the first posts are looked at before they appear."),
    )
    takes_topics = models.BooleanField(
        _("residents may begin topics"),
        default=True,
        help_text=_("Otherwise only editors and leaders begin them, and residents reply."),
    )

    page_description = _("A theme of the forum, with the topics that residents begin.")
    parent_page_types = ["forum.ForumPage"]
    subpage_types: list[str] = []

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("community"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("rule"), FieldPanel("first_held")]),
                FieldPanel("takes_topics"),
            ],
            heading=_("Moderation"),
        ),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("community", overridable=False),
        SynchronizedField("rule", overridable=False),
        SynchronizedField("first_held", overridable=False),
        SynchronizedField("takes_topics", overridable=False),
    ]

    class Meta:
        verbose_name = _("forum section")
        verbose_name_plural = _("forum sections")

    def get_context(self, request, *args, **kwargs):
        from forum.listing import section_context
        from forum.own_feeds import feeds_of_section

        context = super().get_context(request, *args, **kwargs)
        context["shell"].feeds = [*context["shell"].feeds, *feeds_of_section(self)]
        return context | section_context(self, request, visit_of(request))
