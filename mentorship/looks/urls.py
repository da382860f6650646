"""Where a seeker prepares looks and reads what came of them, and where a reader takes one."""

from django.urls import path

from mentorship.looks.views import preparing, taking

app_name = "looks"
urlpatterns = [
    path("documents/<slug:ref>/looks/", preparing.looks, name="looks"),
    path(
        "documents/<slug:ref>/versions/<int:number>/look/",
        preparing.preparation,
        name="preparation",
    ),
    path("documents/<slug:ref>/look-links/", preparing.links, name="links"),
    path("look-links/<slug:ref>/ending/", preparing.ending, name="ending"),
    path("recollections/<slug:ref>/naming/", preparing.naming, name="naming"),
    # All that follow a look link stand under its own address, as far as its cookie goes.
    path("looks/<slug:ref>/links/<slug:token>/", taking.entry, name="entry"),
    path("looks/<slug:ref>/", taking.look, name="look"),
    path("looks/<slug:ref>/page-one/<slug:token>/", taking.page_one, name="page_one"),
    path("looks/<slug:ref>/questions/", taking.questions, name="questions"),
    path("looks/<slug:ref>/relevance/", taking.relevance, name="relevance"),
    path("looks/<slug:ref>/thanks/", taking.thanks, name="thanks"),
]
