from django.urls import path

from communities import views

app_name = "boundaries"

urlpatterns = [
    path("", views.boundary_list, name="list"),
    path("<int:pk>/", views.boundary_detail, name="detail"),
]
