"""What editors keep for the search: words that mean the same, and pages put first."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet

from home.search.models import PinnedPage, Synonyms


class SynonymsViewSet(ModelViewSet):
    """The lists of words that mean the same."""

    model = Synonyms
    name = "search-synonyms"
    url_prefix = "sinonimi"
    icon = "list-ul"
    menu_label = _("Words that mean the same")
    copy_view_enabled = False
    add_to_settings_menu = True
    list_display = ["__str__"]
    ordering = ["pk"]


class PinnedPageViewSet(ModelViewSet):
    """The pages that are put first for certain words."""

    model = PinnedPage
    name = "search-pins"
    url_prefix = "meklesana-vispirms"
    icon = "pick"
    menu_label = _("Put first in the search")
    copy_view_enabled = False
    add_to_settings_menu = True
    list_display = ["__str__"]
    ordering = ["pk"]
