"""The accessibility statement that a public body owes its readers.

Its parts and their order are those of the model in Commission Implementing Decision (EU) 2018/1523,
which the Cabinet Regulation No. 445 of 14 July 2020 asks for in Latvia.
"""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
)
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.models import BasePage

# Statements begin in Latvian, so what stands in a new one is Latvian too.
STANDARD = "LVS EN 301 549 (WCAG 2.1, AA līmenis)"
ENFORCEMENT = (
    "Ja uz jūsu ziņojumu vai lūgumu neatbildam vai atbilde jūs neapmierina, varat vērsties pie "
    "tiesībsarga: Tiesībsarga birojs, Baznīcas iela 25, Rīga, LV-1010, tālrunis 67686768, e-pasts "
    "tiesibsargs@tiesibsargs.lv."
)


class ReviewReminder(HelpPanel):
    """Reminds whoever edits the statement once it has not been reviewed for a year."""

    class BoundPanel(HelpPanel.BoundPanel):
        def is_shown(self):
            is_there = self.instance.pk is not None
            return is_there and self.instance.is_review_due(timezone.localdate())


class AccessibilityStatementPage(BasePage):
    """How accessible the site is, what is not, and what readers can do about it."""

    class Status(models.TextChoices):
        FULL = "full", _("Complies fully")
        PARTIAL = "partial", _("Complies partially")
        NONE = "none", _("Does not comply")

    class Method(models.TextChoices):
        SELF = "self", _("Self-assessment")
        THIRD_PARTY = "third_party", _("Assessment by a third party")

    organisation = models.CharField(
        _("who answers for the site"),
        max_length=150,
        help_text=_("The name of the institution, for example: Gulbenes novada pašvaldība."),
    )
    status = models.CharField(
        _("compliance"),
        max_length=10,
        choices=Status,
        default=Status.PARTIAL,
        help_text=_(
            "Fully: every requirement is met. Partially: most are. Choose the last one otherwise, "
            "and also when nobody has assessed the site yet."
        ),
    )
    standard = models.CharField(
        _("standard"),
        max_length=150,
        default=STANDARD,
        help_text=_("What the site was measured against."),
    )
    method = models.CharField(
        _("kind of assessment"), max_length=15, choices=Method, default=Method.SELF
    )
    assessor = models.CharField(
        _("assessed by"), max_length=150, help_text=_("A person, a department or a company.")
    )
    assessment = models.TextField(
        _("how it was assessed"),
        max_length=1000,
        blank=True,
        help_text=_("Which pages were looked at, with which tools, and by whom with which aids."),
    )
    assessed_date = models.DateField(_("assessed on"), default=timezone.localdate)
    protocol = models.ForeignKey(
        "core.HubDocument",
        verbose_name=_("record of the assessment"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The filled-in form of the assessment, for readers to download."),
    )
    prepared_date = models.DateField(_("statement prepared on"), default=timezone.localdate)
    reviewed_date = models.DateField(
        _("statement last reviewed on"),
        null=True,
        blank=True,
        help_text=_("Review it at least once a year; this form reminds you."),
    )
    feedback_email = models.EmailField(
        _("e-mail address for feedback"),
        blank=True,
        help_text=_("Without it, the contacts of the site are shown."),
    )
    feedback_phone = models.CharField(_("telephone for feedback"), max_length=40, blank=True)
    enforcement = models.TextField(
        _("where to complain"),
        max_length=1000,
        default=ENFORCEMENT,
        help_text=_("Whom readers may turn to when the answer does not satisfy them, and how."),
    )

    page_description = _("How accessible the site is; public bodies must have this page.")
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []

    content_panels = [
        ReviewReminder(template="home/review_reminder.html", heading=_("Review")),
        *BasePage.content_panels,
        FieldPanel("organisation"),
        FieldRowPanel([FieldPanel("status"), FieldPanel("standard")], heading=_("Compliance")),
        InlinePanel("gaps", heading=_("Content that is not accessible"), label=_("content")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("method"), FieldPanel("assessor")]),
                FieldPanel("assessment"),
                FieldRowPanel([FieldPanel("assessed_date"), FieldPanel("protocol")]),
            ],
            heading=_("Assessment"),
        ),
        FieldRowPanel(
            [FieldPanel("prepared_date"), FieldPanel("reviewed_date")], heading=_("Statement")
        ),
        FieldRowPanel(
            [FieldPanel("feedback_email"), FieldPanel("feedback_phone")], heading=_("Feedback")
        ),
        FieldPanel("enforcement"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("summary")]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("feedback_phone"),
    ]

    class Meta:
        verbose_name = _("accessibility statement")
        verbose_name_plural = _("accessibility statements")

    def is_review_due(self, today: date) -> bool:
        """Whether a year has passed since the statement was last looked at."""
        last = self.reviewed_date or self.prepared_date
        return (today.year - last.year, today.month, today.day) >= (1, last.month, last.day)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        site = context["shell"].site
        context["site_url"] = settings.SITE_URL
        context["feedback_email"] = self.feedback_email or site.email
        context["feedback_phone"] = self.feedback_phone or site.phone
        return context

    @cached_property
    def gaps_by_reason(self) -> list[tuple[str, list["InaccessibleContent"]]]:
        """What is not accessible under each reason, in the order of the model statement."""
        gaps = list(self.gaps.all())
        groups = {
            reason.label: [gap for gap in gaps if gap.reason == reason]
            for reason in InaccessibleContent.Reason
        }
        return [(label, found) for label, found in groups.items() if found]


class InaccessibleContent(TranslatableMixin, Orderable):
    """Something on the site that some people cannot use, why, and what there is instead."""

    class Reason(models.TextChoices):
        NON_COMPLIANCE = "non_compliance", _("Does not meet the requirements yet")
        BURDEN = "burden", _("Would be a disproportionate burden")
        OUT_OF_SCOPE = "out_of_scope", _("Outside the scope of the requirements")

    page = ParentalKey(AccessibilityStatementPage, on_delete=models.CASCADE, related_name="gaps")
    what = models.TextField(
        _("what is not accessible"),
        max_length=500,
        help_text=_("And for whom, for example: older minutes are scanned and cannot be read out."),
    )
    reason = models.CharField(
        _("reason"), max_length=20, choices=Reason, default=Reason.NON_COMPLIANCE
    )
    alternative = models.TextField(
        _("what there is instead"),
        max_length=500,
        blank=True,
        help_text=_("How to get the same in another form, or when it will be mended."),
    )

    panels = [FieldPanel("what"), FieldPanel("reason"), FieldPanel("alternative")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("content that is not accessible")
        verbose_name_plural = _("content that is not accessible")

    def __str__(self):
        return self.what
