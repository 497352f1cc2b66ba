"""The addresses of discussion outside the backstage, in both languages."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from forum import own_feeds, views

app_name = "forum"

reading = [
    path(_("topic/<int:pk>-<slug:slug>/"), views.topic_detail, name="topic-detail"),
    path(_("topic/<int:pk>/new/"), views.topic_unread, name="topic-unread"),
    path(_("topic/<int:pk>/read/"), views.topic_read, name="topic-read"),
    path(_("topic/<int:pk>/atom.xml"), own_feeds.topic_feed, name="topic-feed"),
    path(_("section/<uuid:key>/atom.xml"), own_feeds.section_feed, name="section-feed"),
    path(_("follow/<uuid:key>/"), views.topic_follow, name="topic-follow"),
    path(_("post/<int:pk>/"), views.post_detail, name="post-detail"),
    path(_("search/"), views.search_page, name="search"),
]

urlpatterns = [*reading]
