"""Where one asks, where one sees what became of it, and where one answers."""

from django.urls import path

from mentorship.circle.views import asking, browser, cover, rounds, standing

app_name = "circle"
urlpatterns = [
    path("rounds/", asking.rounds, name="rounds"),
    path("rounds/new/", asking.ask, name="ask"),
    path("rounds/<slug:ref>/changes/", rounds.changes, name="changes"),
    path("rounds/<slug:ref>/people/", rounds.people, name="people"),
    path("rounds/<slug:ref>/closure/", rounds.closure, name="closure"),
    path("rounds/<slug:ref>/reopening/", rounds.reopening, name="reopening"),
    path("invitations/<slug:ref>/standing/", standing.standing, name="standing"),
    path("invitations/<slug:ref>/letters/", asking.letters, name="letters"),
    path("invitations/<slug:ref>/another-look/", asking.another_look, name="another_look"),
    path("invitations/<slug:ref>/copy/", asking.copy, name="copy"),
    path("invitations/<slug:ref>/revocation/", asking.revocation, name="revocation"),
    path("browser/", browser.browser, name="browser"),
    path("i/<slug:ref>/<slug:token>/", cover.entry, name="entry"),
    path("invitations/<slug:ref>/", cover.cover, name="cover"),
    path("invitations/<slug:ref>/pass/", cover.visitor_pass, name="pass"),
    path("invitations/<slug:ref>/code/", cover.code, name="code"),
    path("invitations/<slug:ref>/code/letters/", cover.code_letters, name="code_letters"),
    path("invitations/<slug:ref>/fresh-link/", cover.fresh_link, name="fresh_link"),
    path("invitations/<slug:ref>/postponement/", cover.postponement, name="postponement"),
    path("invitations/<slug:ref>/regrets/", cover.regrets, name="regrets"),
    path("invitations/<slug:ref>/disowning/", cover.disowning, name="disowning"),
    path("invitations/<slug:ref>/silence/", cover.silence, name="silence"),
    path(
        "invitations/<slug:ref>/departures/<slug:document>/",
        cover.departure,
        name="departure",
    ),
]
