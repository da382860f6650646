"""Where a version is read and commented, and what is said about it by itself."""

from django.urls import URLPattern, include, path

from mentorship.critique.views import (
    agreements,
    comments,
    decisions,
    evidence,
    mentions,
    placements,
    postings,
    reading,
    reviews,
    rounds,
    suggestions,
    tellings,
    threads,
    worklist,
)

VERSION: list[URLPattern] = [
    path("", reading.reading, name="reading"),
    path("pages/", reading.reading_pages, name="pages"),
    path("text/", reading.reading_text, name="text"),
    path("threads/", reading.threads, name="threads"),
    path("threads/people/", mentions.beside_version, name="people"),
    path("news/", reading.news, name="news"),
    path("posting/", postings.posting, name="posting"),
    path("telling/", tellings.telling, name="telling"),
    path("jobs/<slug:pursuit>/", evidence.evidence, name="evidence"),
    path("jobs/<slug:pursuit>/terms/", evidence.terms, name="terms"),
    path("jobs/<slug:pursuit>/sightings/", evidence.sightings, name="sightings"),
]

app_name = "critique"
urlpatterns = [
    path("documents/<slug:ref>/versions/<int:number>/", include(VERSION)),
    path("pursuits/<slug:ref>/evidence/", evidence.evidence_of, name="evidence_of"),
    path("rounds/<slug:ref>/letter/", rounds.letter, name="letter"),
    path("documents/<slug:ref>/points/", worklist.points, name="points"),
    path("documents/<slug:ref>/decisions/", decisions.decisions, name="decisions"),
    path("decisions/<slug:ref>/", decisions.decision, name="decision"),
    path("decisions/<slug:ref>/undoing/", decisions.undoing, name="undoing"),
    path("threads/<slug:ref>/use/", worklist.use, name="use"),
    path("threads/<slug:ref>/", threads.thread, name="thread"),
    path("threads/<slug:ref>/resolution/", threads.resolution, name="resolution"),
    path("threads/<slug:ref>/reopening/", threads.reopening, name="reopening"),
    path("threads/<slug:ref>/people/", mentions.in_thread, name="thread_people"),
    path("threads/<slug:ref>/agreement/", agreements.agreement, name="agreement"),
    path("threads/<slug:ref>/withdrawal/", agreements.withdrawal, name="withdrawal"),
    path(
        "threads/<slug:ref>/placements/<int:number>/",
        placements.placement,
        name="placement",
    ),
    path(
        "threads/<slug:ref>/placements/<int:number>/settlement/",
        placements.settlement,
        name="settlement",
    ),
    path(
        "threads/<slug:ref>/placements/<int:number>/guess/",
        placements.guess,
        name="guess",
    ),
    path("comments/<slug:ref>/", comments.comment, name="comment"),
    path("comments/<slug:ref>/deletion/", comments.deletion, name="deletion"),
    path("comments/<slug:ref>/people/", mentions.in_comment, name="comment_people"),
    path("comments/<slug:ref>/earlier/", comments.earlier, name="earlier"),
    path("comments/<slug:ref>/link/", comments.link, name="link"),
    path("comments/<slug:ref>/acceptance/", suggestions.acceptance, name="acceptance"),
    path("comments/<slug:ref>/declining/", suggestions.declining, name="declining"),
    path("comments/<slug:ref>/reconsidering/", suggestions.reconsidering, name="reconsidering"),
    path("comments/<slug:ref>/ticking/", suggestions.ticking, name="ticking"),
    path("comments/<slug:ref>/unticking/", suggestions.unticking, name="unticking"),
    path("documents/<slug:ref>/wording/", suggestions.wording, name="wording"),
    path("comments/<slug:ref>/sending/", reviews.one_sending, name="one_sending"),
    path("rounds/<slug:ref>/", rounds.round_page, name="round"),
    path("rounds/<slug:ref>/openness/", rounds.openness, name="openness"),
    path("reviews/<slug:ref>/finish/", reviews.finish, name="finish"),
    path("reviews/<slug:ref>/sent/", reviews.sent, name="sent"),
    path("reviews/<slug:ref>/sending/<str:token>/", reviews.sending, name="sending"),
]
