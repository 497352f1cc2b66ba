from django.urls import path

from library.backstage import requests, views

topics = [path("temas/<int:pk>/apvienot/", views.merge, name="merge")]
asked = [
    path("", requests.requests, name="list"),
    path("<int:pk>/", requests.request_answer, name="answer"),
]
