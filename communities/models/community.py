from django.core.validators import RegexValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from communities import sections
from communities.models.cards import community_cards
from communities.structured_data import place
from core.belt import belt, word_of
from core.blocks import BodyBlock
from core.models import BasePage
from core.models.parts import Placed
from core.visit import visit_of


class CommunitiesIndexPage(BasePage):
    """The list of all communities."""

    page_description = _("The list of all communities; there is one.")
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["communities.CommunityPage"]

    class Meta:
        verbose_name = _("communities page")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["communities"] = community_cards(visit_of(request), self.locale_id)
        return context


class CommunityPage(Placed, BasePage):
    """A community: a parish or the town, with its facts, its neighbours and its news."""

    class Kind(models.TextChoices):
        PARISH = "parish", _("Parish")
        TOWN = "town", _("Town")

    short_name = models.CharField(
        _("short name"),
        max_length=40,
        blank=True,
        help_text=_("The name on the map, for example: Tirza. Without it the title is shown."),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.PARISH)
    genitive = models.CharField(
        _("name in the genitive"),
        max_length=100,
        help_text=_("Whose? For example: Tirzas pagasta."),
    )
    locative = models.CharField(
        _("name in the locative"),
        max_length=100,
        help_text=_("Where? For example: Tirzas pagastā."),
    )
    centre = models.CharField(
        _("centre"), max_length=100, blank=True, help_text=_("The village that is its centre.")
    )
    neighbours = ParentalManyToManyField(
        "self",
        symmetrical=False,
        related_name="reverse_neighbours",
        blank=True,
        verbose_name=_("neighbours"),
        help_text=_("Saying it on one side is enough."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    page_description = _("One community: its page is the home of everything it publishes.")
    parent_page_types = ["communities.CommunitiesIndexPage"]
    subpage_types = ["communities.ArticlePage"]

    fields_for_editors = (
        *BasePage.fields_for_editors,
        "title",
        "kind",
        "short_name",
        "genitive",
        "locative",
        "centre",
        "latitude",
        "longitude",
        "neighbours",
    )

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("short_name")]),
                FieldRowPanel([FieldPanel("genitive"), FieldPanel("locative")]),
            ],
            heading=_("Name"),
        ),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("centre"),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            ],
            heading=_("Centre"),
        ),
        InlinePanel("contacts", heading=_("Leaders and contacts"), label=_("contact")),
        InlinePanel("facts", heading=_("Facts"), label=_("fact")),
        FieldPanel("neighbours"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("slug"),
        SynchronizedField("short_name"),
        # The cases are of the Latvian name; English has none.
        SynchronizedField("genitive"),
        SynchronizedField("locative"),
    ]

    class Meta:
        verbose_name = _("community page")
        verbose_name_plural = _("community pages")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        visit = visit_of(request)
        context["belt"] = word_of(belt((self.source or self).title))
        context["sections"] = sections.of(self, visit)
        return context

    def structured_data(self, shell):
        return [place(self, shell)]

    @cached_property
    def fact_list(self):
        """The facts in their order, read once."""
        return list(self.facts.all())

    @cached_property
    def contact_list(self):
        """Whom to write to or ring, in their order, read once."""
        return list(self.contacts.all())


class CommunityFact(TranslatableMixin, Orderable):
    """A figure about a community, with the day it is of and where it comes from."""

    page = ParentalKey(CommunityPage, on_delete=models.CASCADE, related_name="facts")
    label = models.CharField(_("what"), max_length=100)
    value = models.CharField(_("value"), max_length=100, help_text=_("With its unit."))
    as_of = models.CharField(
        _("as of"), max_length=60, blank=True, help_text=_("The year or the day it is true of.")
    )
    source_url = models.URLField(_("source"), max_length=500, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("label"), FieldPanel("value")]),
        FieldRowPanel([FieldPanel("as_of"), FieldPanel("source_url")]),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("fact")
        verbose_name_plural = _("facts")

    def __str__(self):
        return f"{self.label}: {self.value}"


class CommunityContact(TranslatableMixin, Orderable):
    """Somebody of a community whom anybody may write to or ring."""

    page = ParentalKey(CommunityPage, on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField(_("name"), max_length=100)
    role = models.CharField(
        _("role"), max_length=100, blank=True, help_text=_("What people may turn to them for.")
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(
        _("telephone"),
        max_length=40,
        blank=True,
        validators=[
            RegexValidator(
                r"^\+?[\d ()-]{3,}$",
                _("Write the number with digits and spaces, for example: +371 64 400 000."),
            )
        ],
    )
    note = models.CharField(
        _("note"), max_length=200, blank=True, help_text=_("For example, when they can be reached.")
    )

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("role")]),
        FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
        FieldPanel("note"),
    ]
    override_translatable_fields = [SynchronizedField("email"), SynchronizedField("phone")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")

    def __str__(self):
        return self.name
