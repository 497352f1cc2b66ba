from django.urls import path
from django.utils.translation import gettext_lazy as _

from members import views

app_name = "members"

urlpatterns = [
    path(_("me/"), views.my_page, name="my-page"),
    path(_("me/profile/"), views.profile_edit, name="profile-edit"),
    path(_("me/data/"), views.my_data, name="my-data"),
    path(_("me/data/export/"), views.export_ask, name="export-ask"),
    path(_("me/data/export/<str:token>/"), views.export_fetch, name="export-fetch"),
    path(_("me/delete/"), views.erasure_ask, name="erasure-ask"),
    path(_("me/keep/"), views.erasure_stop, name="erasure-stop"),
    path(_("keep/<str:token>/"), views.erasure_cancel, name="erasure-cancel"),
    path(_("confirm/<uuid:key>/"), views.pending_begun, name="pending-begun"),
    path(_("confirm/<uuid:key>/again/"), views.pending_resend, name="pending-resend"),
    path(_("confirm/link/<str:token>/"), views.pending_link, name="pending-link"),
    path(_("rules/"), views.rules, name="rules"),
    path("<uuid:key>/", views.profile, name="profile"),
]
