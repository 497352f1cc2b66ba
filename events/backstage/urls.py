from django.urls import path

from events.backstage import views

app_name = "event-forms"

urlpatterns = [
    path("laiki/", views.times, name="times"),
]
