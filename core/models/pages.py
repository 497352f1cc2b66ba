from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PublishingPanel
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail_localize.fields import SynchronizedField, TranslatableField

from core.audience import Audience
from core.latvian import sort_key
from core.page_form import HubPageForm
from core.panels import WhoSeesPanel
from core.shell import shell_for
from core.translation.state import (
    UntranslatedError,
    is_complete,
    is_current,
    is_source,
    words,
)

# What Wagtail's command calls a publication that nobody is there to see.
BY_SCHEDULE = "wagtail.publish.scheduled"


class HubPageQuerySet(PageQuerySet):
    def visible_to(self, user, now=None):
        """Live pages whose circle the person belongs to; those past their expiry are left out."""
        return self.open_to(Audience.open_to(user), now)

    def seen_in(self, visit):
        """What the visitor may read at the time of the visit."""
        return self.open_to(visit.circles, visit.now)

    def open_to(self, circles, now=None):
        """Live pages for readers of these circles; those past their expiry are left out."""
        pages = self.live().filter(audience__in=circles)
        if now is not None:
            pages = pages.filter(Q(expire_at=None) | Q(expire_at__gt=now))
        return pages

    def for_cards(self, *fields):
        """With these fields and what every card shows, without the text of the page."""
        return self.only("title", "summary", "url_path", "path", "depth", *fields)


# What a page asks of its translations: whether they may be shown, and where they are.
COUNTERPART_FIELDS = (
    "audience",
    "content_type",
    "depth",
    "expire_at",
    "live",
    "locale",
    "path",
    "translation_key",
    "url_path",
)

HubPageManager = PageManager.from_queryset(HubPageQuerySet)


class Comments(models.TextChoices):
    """Whether readers may say something under a page; nothing said means as usual on the site."""

    __empty__ = _("As usual on this site")
    OPEN = "open", _("Yes")
    SHUT = "shut", _("No")


class BasePage(Page):
    """What every page of the site has: a summary, an audience, a Latvian sort key, a shell."""

    summary = models.TextField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences, shown in lists, in search engines and when shared."),
    )
    audience = models.CharField(
        _("who can see this page"),
        max_length=20,
        choices=Audience,
        default=Audience.EVERYONE,
        help_text=_("Pages below this one are never shown to more people than this page."),
    )
    show_in_footer = models.BooleanField(
        _("show in the footer"),
        default=False,
        help_text=_("Whether a page below the front page is named at the foot of every page."),
    )
    comments = models.CharField(
        _("comments"),
        max_length=10,
        choices=Comments,
        blank=True,
        help_text=_("Whether readers may say something under this page."),
    )
    comments_until = models.DateField(
        _("comments are taken until"),
        null=True,
        blank=True,
        help_text=_("The last day. What was said before stays. Leave empty for no end."),
    )
    sort_key = models.CharField(max_length=255, editable=False, default="", db_index=True)

    objects = HubPageManager()

    # Whether pages of the type take comments where neither page nor hub says otherwise.
    usually_takes_comments = False

    # Who may see a page is said by its audience alone, so Wagtail's own restrictions are off.
    private_page_options: list[str] = []

    base_form_class = HubPageForm
    # What holds the site together; leaders change words and pictures.
    fields_for_editors: tuple[str, ...] = (
        "slug",
        "seo_title",
        "search_description",
        "show_in_menus",
        "show_in_footer",
        "audience",
    )

    content_panels = [WhoSeesPanel(), *Page.content_panels, FieldPanel("summary")]
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
            heading=_("Address and search engines"),
        ),
        MultiFieldPanel(
            [FieldPanel("show_in_menus"), FieldPanel("show_in_footer")], heading=_("Menu")
        ),
    ]
    settings_panels = [
        PublishingPanel(),
        FieldPanel("audience"),
        MultiFieldPanel(
            [FieldPanel("comments"), FieldPanel("comments_until")], heading=_("Comments")
        ),
    ]

    override_translatable_fields = [
        SynchronizedField("audience", overridable=False),
        SynchronizedField("comments", overridable=False),
        SynchronizedField("comments_until", overridable=False),
        SynchronizedField("show_in_menus"),
        SynchronizedField("show_in_footer"),
        TranslatableField("summary"),
    ]

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, db, field_names, values):
        page = super().from_db(db, field_names, values)
        page.stored_audience = page.__dict__.get("audience")
        return page

    @cached_property
    def counterparts(self) -> list:
        """The same page in the other languages, live or not."""
        pages = type(self).objects.filter(translation_key=self.translation_key)
        return list(pages.exclude(pk=self.pk).only(*COUNTERPART_FIELDS))

    @property
    def source(self):
        """The page that this one is a translation of, or None."""
        if self.locale_id and is_source(self):
            return None
        return next((page for page in self.counterparts if is_source(page)), None)

    def structured_data(self, shell) -> list[dict]:
        """What the page is about, in the words of schema.org, beside what is said of every page."""
        return []

    def changes_at(self, now) -> list:
        """When after `now` what the page shows changes by itself, beside what all pages share."""
        return []

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["shell"] = shell_for(request, self)
        return context

    def save(self, *args, **kwargs):
        """Store the page; raises UntranslatedError rather than show untranslated text."""
        if kwargs.get("update_fields") is None:
            above = self.get_parent().specific if self.depth and self.depth > 2 else None
            self._set_derived_fields(above)
            places = [place for place in (self, above) if place and place.locale_id]
            if self.live and not all(is_source(place) for place in places):
                self._refuse_untranslated_words()
        super().save(*args, **kwargs)

    def publish(self, revision, *args, **kwargs):
        """Put the revision live; a translation only when complete and while its source is live.

        Raises UntranslatedError; a revision that was to go live by itself stays down instead.
        """
        if is_source(self) or self._may_go_live(revision):
            return super().publish(revision, *args, **kwargs)
        if kwargs.get("log_action") != BY_SCHEDULE:
            raise UntranslatedError(self)
        # Nobody is there to be told, and one page must not hold up the others that are due.
        type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=None)
        return None

    def _may_go_live(self, revision) -> bool:
        source = type(self).objects.filter(
            translation_key=self.translation_key, locale__language_code="lv", live=True
        )
        return source.exists() and is_complete(self) and is_current(self, revision)

    def _set_derived_fields(self, above):
        # The tree counts children in the stored row; an object read earlier must not undo that.
        stored = type(self).objects.filter(pk=self.pk).values_list("numchild", flat=True)
        self.numchild = stored.first() or 0 if self.pk else self.numchild
        self.sort_key = sort_key(self.title)
        circles = [self.audience, getattr(above, "audience", Audience.EVERYONE)]
        if self.locale_id and not is_source(self):
            source = type(self).objects.filter(
                translation_key=self.translation_key, locale__language_code="lv"
            )
            circles += source.values_list("audience", flat=True)
        self.audience = Audience.narrowest(*circles)

    def _refuse_untranslated_words(self):
        stored = type(self).objects.filter(pk=self.pk).first()
        if stored and stored.live and words(stored) == words(self):
            return
        if not is_complete(self):
            raise UntranslatedError(self)


def page_types() -> list[type[BasePage]]:
    """Every type of page that the site has."""
    return [model for model in _subclasses(BasePage) if not model._meta.abstract]


def _subclasses(model):
    for child in model.__subclasses__():
        yield child
        yield from _subclasses(child)
