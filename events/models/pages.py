"""The calendar and its events, which editors and leaders write as pages."""

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import TaggedItemBase
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from communities.models import CommunityPage
from core.blocks import BodyBlock
from core.models import BasePage
from core.models.pages import HubPageQuerySet
from core.models.parts import Pictured, Placed
from core.visit import visit_of
from events import times
from events.models.kinds import EventKind
from events.models.panels import EVENT_PANELS
from events.models.sign_up_page import SignUpPage
from events.models.timing import TimedPage
from events.page_form import EventPageForm
from events.recurrence.rule import Occurrence


class CalendarPage(BasePage):
    """The calendar of all events; those of the whole municipality lie below it."""

    page_description = _("The calendar of all events; there is one.")
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["events.EventPage"]

    class Meta:
        verbose_name = _("calendar")
        verbose_name_plural = _("calendars")

    def get_context(self, request, *args, **kwargs):
        from events.calendar import calendar_context

        context = super().get_context(request, *args, **kwargs)
        return context | calendar_context(self, request, visit_of(request))


class EventPageQuerySet(HubPageQuerySet):
    def of_communities(self, cards):
        """Events below these communities, and those that they organise together with others."""
        keys = [card.key for card in cards]
        below = reduce(or_, (Q(path__startswith=card.path) for card in cards), Q(pk=None))
        with_others = EventPage.communities.through.objects.filter(
            communitypage__translation_key__in=keys
        )
        return self.filter(below | Q(pk__in=with_others.values("eventpage")))

    def that_take_place(self):
        """Without those that have been cancelled."""
        return self.exclude(status=EventPage.Status.CANCELLED)

    def for_rows(self):
        """With what the rows of a calendar show."""
        shown = ("place_name", "status", "kind", "translation_key")
        return self.for_cards(*shown).select_related("kind")


class EventTag(TaggedItemBase):
    """A tag of an event."""

    content_object = ParentalKey(
        "events.EventPage", on_delete=models.CASCADE, related_name="tagged_items"
    )


class EventPage(TimedPage, SignUpPage, Placed, Pictured, BasePage):
    """Something that people come to: once, or again and again."""

    class Organiser(models.TextChoices):
        COMMUNITY = "community", _("Community")
        MUNICIPALITY = "municipality", _("Municipality")
        ASSOCIATION = "association", _("Association")

    class ForWhom(models.TextChoices):
        EVERYONE = "everyone", _("Everyone")
        FAMILIES = "families", _("Families with children")
        YOUTH = "youth", _("Young people")
        SENIORS = "seniors", _("Seniors")
        ORGANISATIONS = "organisations", _("Associations and groups")
        LEADERS = "leaders", _("Leaders of communities")

    class Status(models.TextChoices):
        PLANNED = "planned", _("Planned")
        CONFIRMED = "confirmed", _("Confirmed")
        MOVED = "moved", _("Moved to another time")
        CANCELLED = "cancelled", _("Cancelled")

    kind = models.ForeignKey(
        EventKind,
        verbose_name=_("kind"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    organiser = models.CharField(
        _("who organises it"), max_length=20, choices=Organiser, default=Organiser.COMMUNITY
    )
    organiser_name = models.CharField(
        _("name of the organiser"),
        max_length=150,
        blank=True,
        help_text=_("Without it the community or the municipality is named."),
    )
    for_whom = models.CharField(
        _("for whom"), max_length=20, choices=ForWhom, default=ForWhom.EVERYONE
    )
    communities = ParentalManyToManyField(
        CommunityPage,
        verbose_name=_("organised together with"),
        related_name="+",
        blank=True,
        help_text=_("The event then stands in the calendars of these communities too."),
    )
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.CONFIRMED)
    status_reason = models.CharField(
        _("why"),
        max_length=200,
        blank=True,
        help_text=_("Of a cancelled or moved event: readers see this."),
    )
    place_name = models.CharField(
        _("place"), max_length=150, blank=True, help_text=_("For example: Tirzas kultūras nams.")
    )
    address = models.CharField(_("address"), max_length=200, blank=True)
    access_note = models.CharField(
        _("how to get there and in"),
        max_length=300,
        blank=True,
        help_text=_("Parking, steps, a lift, a toilet for wheelchairs, an induction loop."),
    )
    online_url = models.URLField(
        _("address online"), max_length=500, blank=True, help_text=_("Where one joins remotely.")
    )
    price = models.CharField(
        _("price"), max_length=100, blank=True, help_text=_("Empty means free of charge.")
    )
    contact_name = models.CharField(_("who answers questions"), max_length=100, blank=True)
    contact_email = models.EmailField(_("e-mail address"), blank=True)
    contact_phone = models.CharField(_("telephone"), max_length=40, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    tags = ClusterTaggableManager(
        verbose_name=_("tags"), through=EventTag, blank=True, related_name="+"
    )

    objects = PageManager.from_queryset(EventPageQuerySet)()

    base_form_class = EventPageForm
    usually_takes_comments = True

    page_description = _("Something that people come to, once or again and again.")
    parent_page_types = ["events.CalendarPage", "communities.CommunityPage"]
    subpage_types: list[str] = []

    content_panels = [*BasePage.content_panels, *EVENT_PANELS]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
        index.SearchField("place_name"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *TimedPage.synchronised_timing,
        *SignUpPage.synchronised_sign_up,
        *(
            SynchronizedField(name, overridable=False)
            for name in ("kind", "organiser", "for_whom", "communities", "status")
        ),
        *(
            SynchronizedField(name)
            for name in (
                "organiser_name",
                "place_name",
                "address",
                "latitude",
                "longitude",
                "online_url",
                "contact_name",
                "contact_email",
                "contact_phone",
            )
        ),
    ]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    @cached_property
    def timed(self):
        """The page that says when: the Latvian one, whose times all translations share."""
        source = self.source
        # What is known of it as a translation is not enough: each column would be asked by itself.
        return EventPage.objects.get(pk=source.pk) if source else self

    @cached_property
    def occurrences(self) -> list[Occurrence]:
        """Every time at which it takes place, as the page says it, the earliest first."""
        series = self.timed.series
        return times.occurrences_of(series, timezone.localdate()) if series else []

    @property
    def takes_place(self) -> bool:
        """Whether it has not been cancelled."""
        return self.status != self.Status.CANCELLED

    def get_context(self, request, *args, **kwargs):
        from events.event import event_context

        context = super().get_context(request, *args, **kwargs)
        return context | event_context(self, visit_of(request))

    def changes_at(self, now):
        """When sign-up opens, closes, and ends because it begins."""
        if not self.timed.takes_sign_ups:
            return []
        said = (self.timed.sign_up_opens_at, self.timed.sign_up_closes_at)
        moments = [*filter(None, said), *(each.starts_at for each in self.occurrences)]
        return [moment for moment in moments if moment > now]

    def structured_data(self, shell):
        from events.structured_data import events

        return events(self, shell, timezone.now())
