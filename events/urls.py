"""The addresses of events beside their pages, in both languages."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from events import views
from events.certificates import organising as certify
from events.certificates import views as certified
from events.own_calendar import views as own_views
from events.proposing.views import propose
from events.sign_up import at_the_door
from events.sign_up import organising as organise
from events.sign_up import views as signing

app_name = "events"

sign_up = [
    path(_("sign-up/<uuid:key>/"), signing.sign_up, name="sign-up"),
    path(_("my-sign-up/<str:word>/"), signing.my_sign_up, name="my-sign-up"),
    path(_("my-sign-up/<str:word>/cancel/"), signing.my_sign_up_cancel, name="my-sign-up-cancel"),
]

organising = [
    path(_("at-the-door/<str:word>/"), at_the_door.at_the_door, name="at-the-door"),
    path(_("sign-ups/<uuid:key>/"), organise.sign_ups, name="sign-ups"),
    path(_("sign-ups/<uuid:key>/add/"), organise.sign_ups_add, name="sign-ups-add"),
    path(_("sign-ups/<uuid:key>/seats/"), organise.sign_ups_seats, name="sign-ups-seats"),
    path(_("sign-ups/<uuid:key>/close/"), organise.sign_ups_close, name="sign-ups-close"),
    path(_("sign-ups/<uuid:key>/message/"), organise.sign_ups_message, name="sign-ups-message"),
    path(_("sign-ups/<uuid:key>/list/"), organise.sign_ups_export, name="sign-ups-export"),
    path(_("sign-ups/<uuid:key>/who-came/"), organise.check_in, name="check-in"),
    path(
        _("sign-ups/<uuid:key>/<int:pk>/cancel/"), organise.sign_ups_cancel, name="sign-ups-cancel"
    ),
]

own = [
    path(_("my-calendar/"), own_views.my_calendar, name="my-calendar"),
    path(_("my-calendar/new-address/"), own_views.my_calendar_renew, name="my-calendar-renew"),
    path(_("my-calendar/end/"), own_views.my_calendar_end, name="my-calendar-end"),
    path(_("my-calendar/<str:token>.ics"), own_views.own_calendar, name="own-calendar"),
]

certificates = [
    path(_("certificates/<str:code>/"), certified.certificate, name="certificate"),
    path(
        _("my-sign-up/<str:word>/certificate.pdf"), certified.my_certificate, name="my-certificate"
    ),
    path(_("sign-ups/<uuid:key>/certificates/"), certify.certificates, name="certificates"),
    path(
        _("sign-ups/<uuid:key>/certificates/issue/"),
        certify.certificates_issue,
        name="certificates-issue",
    ),
    path(
        _("sign-ups/<uuid:key>/<int:pk>/certificate.pdf"),
        certify.certificate_paper,
        name="certificate-paper",
    ),
    path(
        _("sign-ups/<uuid:key>/<int:pk>/certificate/take-back/"),
        certify.certificate_take_back,
        name="certificate-take-back",
    ),
]

urlpatterns = [
    *own,
    *sign_up,
    *organising,
    *certificates,
    path(_("propose/"), propose, name="propose"),
    path("calendar.ics", views.hub_calendar, name="hub-calendar"),
    path(_("community/<slug:slug>.ics"), views.community_calendar, name="community-calendar"),
    path(_("kind/<slug:slug>.ics"), views.kind_calendar, name="kind-calendar"),
    path("<uuid:key>.ics", views.event_calendar, name="event-calendar"),
]
