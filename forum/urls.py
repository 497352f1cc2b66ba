"""The addresses of discussion outside the backstage, in both languages."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from forum import views

app_name = "forum"

reading = [
    path(_("topic/<int:pk>/<slug:slug>/"), views.topic_detail, name="topic-detail"),
    path(_("topic/<int:pk>/new/"), views.topic_unread, name="topic-unread"),
    path(_("post/<int:pk>/"), views.post_detail, name="post-detail"),
]

urlpatterns = [*reading]
