from django.urls import include, path

from communities.backstage import view_as, views

my_community = [
    path("", views.start, name="start"),
    path("<slug:slug>/", views.detail, name="detail"),
]
viewing = [
    path("<int:page_id>/", view_as.choose, name="choose"),
    path("<int:page_id>/<str:who>/", view_as.page, name="page"),
]

urlpatterns = [
    path("mana-kopiena/", include((my_community, "my-community"))),
    path("palidziba/", views.help_page, name="backstage-help"),
    path("skatit-ka/", include((viewing, "view-as"))),
]
