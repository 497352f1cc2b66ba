from django.urls import include, path

from events.backstage import proposals, views

forms = [
    path("laiki/", views.times, name="times"),
    path("citu-kalendari/<int:pk>/", views.fetch_calendar, name="fetch-calendar"),
]
proposed = [
    path("", proposals.proposals, name="list"),
    path("<int:pk>/", proposals.proposal_take_up, name="take-up"),
    path("<int:pk>/atteikt/", proposals.proposal_refuse, name="refuse"),
]

urlpatterns = [
    path("ieteikumi/", include((proposed, "proposals"))),
    path("", include((forms, "event-forms"))),
]
