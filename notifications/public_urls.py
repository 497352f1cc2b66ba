"""The addresses at which people see what they are told of, and choose or stop their letters."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from notifications import views

app_name = "notices"

urlpatterns = [
    path(_("me/notices/"), views.notice_list, name="list"),
    path(_("me/notices/read/"), views.notices_read, name="read-all"),
    path(_("me/notices/<int:pk>/read/"), views.notice_read, name="read"),
    path(_("me/letters/"), views.letter_wishes, name="wishes"),
    path(_("me/letters/resume/"), views.letters_resume, name="resume"),
    path(_("letters/<str:token>/"), views.letters_stop, name="stop"),
]
