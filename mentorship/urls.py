"""Every address of the service. Each app keeps its own; this is where they meet."""

from django.urls import include, path

urlpatterns = [
    path("", include("mentorship.home.urls")),
    path("", include("mentorship.circle.urls")),  # before critique: rounds/new/ is no round
    path("", include("mentorship.looks.urls")),
    path("", include("mentorship.critique.urls")),
    path("", include("mentorship.jobsearch.urls")),
    path("", include("mentorship.documents.urls")),
    path("", include("mentorship.notifications.urls")),
    path("", include("accounts.urls")),
    path("account/", include("allauth.account.urls")),
]

handler400 = "mentorship.toolbox.web.too_large.answer"
handler500 = "mentorship.toolbox.web.away.answer"
