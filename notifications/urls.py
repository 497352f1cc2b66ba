from django.urls import path

from notifications import views

app_name = "letters"

urlpatterns = [
    path("", views.letter_list, name="list"),
    path("<int:pk>/send-again/", views.letter_send_again, name="send-again"),
    path("addresses/<int:pk>/forget/", views.dead_address_forget, name="forget"),
]
