"""The addresses of this app in the backstage."""

from django.urls import include, path

from communities import views

boundaries = [
    path("", views.boundary_list, name="list"),
    path("<int:pk>/", views.boundary_detail, name="detail"),
]
roles = [
    path("", views.role_list, name="list"),
    path("<uuid:key>/", views.role_community, name="community"),
    path("<int:pk>/end/", views.role_dismiss, name="dismiss"),
    path("<int:pk>/hand-over/", views.role_hand_over, name="hand-over"),
    path("invitations/<int:pk>/withdraw/", views.invitation_withdraw, name="uninvite"),
    path("editors/<int:pk>/end/", views.staff_dismiss, {"kind": "editor"}, name="editor"),
    path(
        "administrators/<int:pk>/end/",
        views.staff_dismiss,
        {"kind": "administrator"},
        name="administrator",
    ),
]
publishing = [
    path("decide/<int:pk>/", views.page_decide, name="decide"),
    path("withdraw/<int:pk>/", views.page_withdraw, name="withdraw"),
    path("preview-links/<int:page_id>/", views.preview_link_list, name="preview-links"),
    path("preview-links/<int:pk>/end/", views.preview_link_end, name="preview-link-end"),
]

urlpatterns = [
    path("boundaries/", include((boundaries, "boundaries"))),
    path("roles/", include((roles, "roles"))),
    path("publishing/", include((publishing, "publishing"))),
]
