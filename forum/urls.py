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

moderating = [
    path(_("post/<int:pk>/report/"), views.post_report, name="post-report"),
    path(_("post/<int:pk>/moderate/"), views.post_moderate, name="post-moderate"),
    path(_("post/<int:pk>/move/"), views.post_move, name="post-move"),
    path(_("post/<int:pk>/answer/"), views.post_answer, name="post-answer"),
    path(_("topic/<int:pk>/tend/"), views.topic_tend, name="topic-tend"),
    path(_("topic/<int:pk>/move/"), views.topic_move, name="topic-move"),
    path(_("topic/<int:pk>/merge/"), views.topic_merge, name="topic-merge"),
    path(_("block/<int:pk>/end/"), views.block_end, name="block-end"),
    path(_("moderation/"), views.queue, name="queue"),
    path(_("moderation/decide/"), views.queue_decide, name="queue-decide"),
    path(_("moderation/<int:pk>/"), views.review_decide, name="review-decide"),
    path(_("moderation/figures/"), views.moderation_figures, name="figures"),
    path(_("decision/<uuid:key>/"), views.decision_detail, name="decision-detail"),
    path(_("decision/letter/<str:word>/"), views.decision_letter, name="decision-letter"),
]

urlpatterns = [*reading, *writing, *moderating]
