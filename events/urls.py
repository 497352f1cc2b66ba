"""The addresses of events beside their pages, in both languages."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from events import views

app_name = "events"

urlpatterns = [
    path("calendar.ics", views.hub_calendar, name="hub-calendar"),
    path(_("community/<slug:slug>.ics"), views.community_calendar, name="community-calendar"),
    path(_("kind/<slug:slug>.ics"), views.kind_calendar, name="kind-calendar"),
    path("<uuid:key>.ics", views.event_calendar, name="event-calendar"),
]
