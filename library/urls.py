"""The addresses of the library beside its pages, in both languages."""

from django.urls import path, re_path
from django.utils.translation import gettext_lazy as _

from library import views
from library.asking.views import ask
from library.collections.views import bag
from library.feeds import new_resources
from library.suggesting import views as suggesting
from library.use import views as use

app_name = "library"

using = [
    path(_("use/<uuid:key>/"), use.own_use, name="own-use"),
    path(_("use/<uuid:key>/helped/"), use.helped, name="helped"),
    path(_("use/<uuid:key>/keep/"), use.saved, name="save"),
    path(_("use/<uuid:key>/delete/"), use.note_delete, name="note-delete"),
    path(_("use/notes/<int:pk>/hide/"), use.note_hide, name="note-hide"),
    path(_("kept-for-later/"), use.saved_list, name="saved"),
]

urlpatterns = [
    re_path(r"^(?P<kind>rss|atom)\.xml$", new_resources, name="new-resources"),
    *using,
    path(_("suggest/"), suggesting.suggest, name="suggest"),
    path(_("suggest/<int:pk>/"), suggesting.suggestion, name="suggestion"),
    path(_("ask/"), ask, name="ask"),
    path(_("collections/<int:pk>.zip"), bag, name="bag"),
    re_path(
        r"^first-page/(?P<document_id>\d{1,9})-(?P<digest>[0-9a-f]{12})\.webp$",
        views.first_page,
        name="first-page",
    ),
]
