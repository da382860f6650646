"""Where one asks, where one sees what became of it, and where one answers."""

from django.urls import path

from mentorship.circle import cover_views, views

app_name = "circle"
urlpatterns = [
    path("rounds/", views.rounds, name="rounds"),
    path("rounds/new/", views.ask, name="ask"),
    path("invitations/<slug:ref>/letters/", views.letters, name="letters"),
    path("invitations/<slug:ref>/another-look/", views.another_look, name="another_look"),
    path("invitations/<slug:ref>/copy/", views.copy, name="copy"),
    path("invitations/<slug:ref>/revocation/", views.revocation, name="revocation"),
    path("i/<slug:ref>/<str:token>/", cover_views.entry, name="entry"),
    path("invitations/<slug:ref>/", cover_views.cover, name="cover"),
    path("invitations/<slug:ref>/pass/", cover_views.visitor_pass, name="pass"),
    path("invitations/<slug:ref>/code/", cover_views.code, name="code"),
    path("invitations/<slug:ref>/code/letters/", cover_views.code_letters, name="code_letters"),
    path("invitations/<slug:ref>/fresh-link/", cover_views.fresh_link, name="fresh_link"),
    path("invitations/<slug:ref>/postponement/", cover_views.postponement, name="postponement"),
    path("invitations/<slug:ref>/regrets/", cover_views.regrets, name="regrets"),
    path("invitations/<slug:ref>/disowning/", cover_views.disowning, name="disowning"),
    path("invitations/<slug:ref>/silence/", cover_views.silence, name="silence"),
    path(
        "invitations/<slug:ref>/departures/<slug:document>/",
        cover_views.departure,
        name="departure",
    ),
]
