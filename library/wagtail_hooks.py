"""What the library adds to the backstage: lists, merging topics, and what a form says."""

from django.contrib import messages
from django.contrib.auth.models import Permission
from django.urls import include, path
from django.utils.translation import gettext as _
from wagtail import hooks

from library.backstage import urls
from library.backstage.requests import menu_item
from library.backstage.viewsets import LibraryViewSetGroup
from library.models import ResourcePage, Topic
from library.topics import like

KEPT = ("resourcekind", "topic", "facet", "facetvalue")


@hooks.register("register_admin_viewset")
def keep_lists():
    """Library → Resources, kinds, topics, ways of sorting."""
    return LibraryViewSetGroup()


@hooks.register("register_admin_urls")
def add_addresses():
    """What is done with topics beside their list, and with what leaders ask for."""
    return [
        path("kratuve/pieprasijumi/", include((urls.asked, "resource-requests"))),
        path("kratuve/", include((urls.topics, "library-topics"))),
    ]


hooks.register("register_admin_menu_item", menu_item)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def warn_of_topics_that_look_alike(request, page):
    """Whoever gave a topic a new name hears of the one that probably means the same."""
    if not isinstance(page, ResourcePage) or not request.accepts("text/html"):
        return
    names = list(Topic.objects.values_list("name", flat=True))
    for name in page.get_latest_revision_as_object().topics.names():
        for other in like(name, names):
            said = _("The topics “%(name)s” and “%(other)s” look alike. Editors can merge them.")
            messages.warning(request, said % {"name": name, "other": other})


@hooks.register("register_permissions")
def let_groups_be_given_the_rights():
    """The rights stand among the others where groups are edited."""
    rights = Permission.objects.filter(content_type__app_label="library")
    return rights.filter(content_type__model__in=KEPT)
