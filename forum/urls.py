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

writing = [
    path(_("topic/<int:pk>/reply/"), views.post_create, name="post-create"),
    path(_("comments/<uuid:key>/add/"), views.comment_create, name="comment-create"),
    path(_("section/<uuid:key>/begin/"), views.topic_create, name="topic-create"),
    path(_("received/<uuid:key>/"), views.post_received, name="received"),
    path(_("post/<int:pk>/edit/"), views.post_edit, name="post-edit"),
    path(_("post/<int:pk>/delete/"), views.post_delete, name="post-delete"),
    path(_("post/<int:pk>/changes/"), views.post_versions, name="post-versions"),
    path(_("picture/<uuid:key>/<slug:size>/"), views.post_picture, name="post-picture"),
    path(_("writing/preview/"), views.preview, name="preview"),
    path(_("writing/similar/"), views.similar, name="similar"),
]

urlpatterns = [*reading, *writing]
