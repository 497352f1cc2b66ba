"""The addresses of the library beside its pages, in both languages."""

from django.urls import re_path

from library import views
from library.feeds import new_resources

app_name = "library"

urlpatterns = [
    re_path(r"^(?P<kind>rss|atom)\.xml$", new_resources, name="new-resources"),
    re_path(
        r"^first-page/(?P<document_id>\d{1,9})-(?P<digest>[0-9a-f]{12})\.webp$",
        views.first_page,
        name="first-page",
    ),
]
