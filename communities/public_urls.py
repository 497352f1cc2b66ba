"""The addresses of this app outside the backstage, in both languages."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from communities import views

app_name = "communities"

urlpatterns = [
    path(_("invitation/"), include([path("<slug:token>/", views.invitation, name="invitation")])),
    path(_("preview/"), include([path("<slug:token>/", views.preview, name="preview")])),
    path(_("kept-text/"), views.keep_text, name="keep-text"),
]
