"""The addresses of events beside their pages, in both languages."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from events import views
from events.sign_up import views as signing

app_name = "events"

sign_up = [
    path(_("sign-up/<uuid:key>/"), signing.sign_up, name="sign-up"),
    path(_("my-sign-up/<str:word>/"), signing.my_sign_up, name="my-sign-up"),
    path(_("my-sign-up/<str:word>/cancel/"), signing.my_sign_up_cancel, name="my-sign-up-cancel"),
]

urlpatterns = [
    *sign_up,
    path("calendar.ics", views.hub_calendar, name="hub-calendar"),
    path(_("community/<slug:slug>.ics"), views.community_calendar, name="community-calendar"),
    path(_("kind/<slug:slug>.ics"), views.kind_calendar, name="kind-calendar"),
    path("<uuid:key>.ics", views.event_calendar, name="event-calendar"),
]
