"""Where a version is read and commented, and what is said about it by itself."""

from django.urls import URLPattern, include, path

from mentorship.critique import (
    agreement_views,
    comment_views,
    decision_views,
    letter_views,
    mention_views,
    placing_views,
    point_views,
    review_views,
    round_views,
    thread_views,
    views,
    wording_views,
)

VERSION: list[URLPattern] = [
    path("", views.reading, name="reading"),
    path("pages/", views.reading_pages, name="pages"),
    path("text/", views.reading_text, name="text"),
    path("threads/", views.threads, name="threads"),
    path("threads/people/", mention_views.beside_version, name="people"),
    path("news/", views.news, name="news"),
]

app_name = "critique"
urlpatterns = [
    path("documents/<slug:ref>/versions/<int:number>/", include(VERSION)),
    path("rounds/<slug:ref>/letter/", letter_views.letter, name="letter"),
    path("documents/<slug:ref>/points/", point_views.points, name="points"),
    path("documents/<slug:ref>/decisions/", decision_views.decisions, name="decisions"),
    path("decisions/<slug:ref>/", decision_views.decision, name="decision"),
    path("threads/<slug:ref>/use/", point_views.use, name="use"),
    path("threads/<slug:ref>/", thread_views.thread, name="thread"),
    path("threads/<slug:ref>/resolution/", thread_views.resolution, name="resolution"),
    path("threads/<slug:ref>/reopening/", thread_views.reopening, name="reopening"),
    path("threads/<slug:ref>/people/", mention_views.in_thread, name="thread_people"),
    path("threads/<slug:ref>/agreement/", agreement_views.agreement, name="agreement"),
    path("threads/<slug:ref>/withdrawal/", agreement_views.withdrawal, name="withdrawal"),
    path(
        "threads/<slug:ref>/placements/<int:number>/",
        placing_views.placement,
        name="placement",
    ),
    path(
        "threads/<slug:ref>/placements/<int:number>/settlement/",
        placing_views.settlement,
        name="settlement",
    ),
    path("comments/<slug:ref>/", thread_views.comment, name="comment"),
    path("comments/<slug:ref>/deletion/", thread_views.deletion, name="deletion"),
    path("comments/<slug:ref>/people/", mention_views.in_comment, name="comment_people"),
    path("comments/<slug:ref>/earlier/", comment_views.earlier, name="earlier"),
    path("comments/<slug:ref>/link/", comment_views.link, name="link"),
    path("comments/<slug:ref>/acceptance/", wording_views.acceptance, name="acceptance"),
    path("comments/<slug:ref>/declining/", wording_views.declining, name="declining"),
    path("comments/<slug:ref>/reconsidering/", wording_views.reconsidering, name="reconsidering"),
    path("comments/<slug:ref>/ticking/", wording_views.ticking, name="ticking"),
    path("comments/<slug:ref>/unticking/", wording_views.unticking, name="unticking"),
    path("documents/<slug:ref>/wording/", wording_views.wording, name="wording"),
    path("comments/<slug:ref>/sending/", review_views.one_sending, name="one_sending"),
    path("rounds/<slug:ref>/", round_views.round_page, name="round"),
    path("rounds/<slug:ref>/openness/", round_views.openness, name="openness"),
    path("reviews/<slug:ref>/finish/", review_views.finish, name="finish"),
    path("reviews/<slug:ref>/sending/<str:token>/", review_views.sending, name="sending"),
]
