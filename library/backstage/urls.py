from django.urls import path

from library.backstage import views

topics = [path("temas/<int:pk>/apvienot/", views.merge, name="merge")]
