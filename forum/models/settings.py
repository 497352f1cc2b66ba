"""What editors set for every discussion of the site."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from forum.models.pages import ForumSectionPage


@register_setting(icon="comment")
class ForumSettings(BaseSiteSetting):
    """How discussion works on the site, wherever a section or a page says nothing else."""

    comments_open = models.BooleanField(
        _("pages take comments"),
        default=True,
        help_text=_("Where a page says nothing else. News take comments, pages of text do not."),
    )
    rule = models.CharField(
        _("before a comment appears"),
        max_length=20,
        choices=ForumSectionPage.Rules,
        default=ForumSectionPage.Rules.FIRST_HELD,
    )
    first_held = models.PositiveSmallIntegerField(
        _("how many first posts are looked at"), default=1
    )
    words = models.TextField(
        _("words that make a post wait"),
        blank=True,
        help_text=_("One on each line; any ending is found as well when a line ends in “*”."),
    )
    refused_words = models.TextField(
        _("words with which a post is not taken"), blank=True, help_text=_("One on each line.")
    )
    trusted_after = models.PositiveSmallIntegerField(
        _("posts until a person is trusted"), default=10, validators=[MinValueValidator(2)]
    )
    hides_at = models.PositiveSmallIntegerField(
        _("reports that hide a post until it is looked at"),
        default=6,
        validators=[MinValueValidator(2)],
        help_text=_("A report of a trusted person counts 2, of one who is known 1, others 0."),
    )
    answer_hours = models.PositiveSmallIntegerField(
        _("hours in which the queue is answered"),
        default=24,
        validators=[MinValueValidator(1), MaxValueValidator(240)],
    )

    panels = [
        FieldPanel("comments_open"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("rule"), FieldPanel("first_held")])],
            heading=_("Comments under pages"),
        ),
        MultiFieldPanel(
            [FieldPanel("words"), FieldPanel("refused_words")], heading=_("Word lists")
        ),
        FieldRowPanel([FieldPanel("trusted_after"), FieldPanel("hides_at")]),
        FieldPanel("answer_hours"),
    ]

    class Meta:
        verbose_name = _("Discussion")
