from django.urls import path

from forum.backstage import views

app_name = "moderation"

urlpatterns = [
    path("", views.queue, name="queue"),
    path("izlemt/", views.queue_decide, name="decide"),
    path("<int:pk>/", views.review_decide, name="review"),
]
