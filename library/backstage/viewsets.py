"""What editors keep for the library: resources, their kinds and topics, ways of sorting them."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import EditView
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.admin.viewsets.pages import PageListingViewSet

from core.lasting import LastingDeleteView
from library.actions import keep_old_name
from library.backstage.panels import TopicPanel
from library.models import Facet, ResourceKind, ResourcePage, Topic


class ResourceViewSet(PageListingViewSet):
    """All resources, with the day by which each is to be looked through."""

    model = ResourcePage
    name = "resources"
    url_prefix = "kratuve/resursi"
    icon = "doc-full-inverse"
    menu_label = _("Resources")
    menu_order = 100
    columns = [
        *PageListingViewSet.index_view_class.base_columns[:3],
        Column("kind", label=_("Kind"), accessor="kind"),
        Column("review_date", label=_("Look through by"), sort_key="review_date"),
        *PageListingViewSet.index_view_class.base_columns[3:],
    ]
    list_filter = ["kind", "audience", "review_date", "locale"]


class ResourceKindDeleteView(LastingDeleteView):
    """A kind that a resource has stays: its page names it."""

    why_it_stays = _("There are resources of this kind, so it stays. Take it out of use instead.")


class ResourceKindViewSet(ModelViewSet):
    """The kinds of resources, each with its name in both languages."""

    model = ResourceKind
    name = "resource-kinds"
    url_prefix = "kratuve/veidi"
    icon = "list-ul"
    menu_label = _("Kinds of resources")
    menu_order = 200
    copy_view_enabled = False
    delete_view_class = ResourceKindDeleteView
    list_display = ["name_lv", "name_en", "is_used"]
    ordering = ["sort_order", "pk"]
    panels = [
        FieldRowPanel([FieldPanel("name_lv"), FieldPanel("name_en")]),
        FieldPanel("slug"),
        FieldRowPanel([FieldPanel("is_used"), FieldPanel("sort_order")]),
    ]


class TopicEditView(EditView):
    """Whoever renames a topic leaves its old name behind as another name of it."""

    def save_instance(self):
        was = Topic.objects.get(pk=self.object.pk).name
        topic = super().save_instance()
        keep_old_name(topic=topic, was=was)
        return topic


class TopicViewSet(ModelViewSet):
    """What resources are about; topics are renamed here, and merged."""

    model = Topic
    name = "topics"
    url_prefix = "kratuve/temas"
    icon = "tag"
    menu_label = _("Topics")
    menu_order = 300
    copy_view_enabled = False
    edit_view_class = TopicEditView
    list_display = ["name", "name_en"]
    search_fields = ["name", "name_en"]
    search_backend_name = None
    ordering = ["name", "pk"]
    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("name_en")]), TopicPanel()]


class FacetViewSet(ModelViewSet):
    """The editors' own ways of sorting resources, each with its values."""

    model = Facet
    name = "library-facets"
    url_prefix = "kratuve/kartosana"
    icon = "list-ul"
    menu_label = _("Ways of sorting")
    menu_order = 400
    copy_view_enabled = False
    list_display = ["name_lv", "name_en"]
    ordering = ["sort_order", "pk"]
    panels = [
        FieldRowPanel([FieldPanel("name_lv"), FieldPanel("name_en")]),
        FieldRowPanel([FieldPanel("slug"), FieldPanel("sort_order")]),
        InlinePanel("values", heading=_("Values"), label=_("value")),
    ]


class LibraryViewSetGroup(ModelViewSetGroup):
    """Library: everything that editors keep for it."""

    items = (ResourceViewSet, ResourceKindViewSet, TopicViewSet, FacetViewSet)
    menu_label = _("Library")
    menu_icon = "folder-open-inverse"
    menu_order = 170
