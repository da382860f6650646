"""Addresses of the jobs a seeker goes for: nouns, by ref."""

from django.urls import URLPattern, include, path

from mentorship.jobsearch.views import lessons, letters, pursuits, sendings, steps

PURSUIT: list[URLPattern] = [
    path("", pursuits.pursuit, name="pursuit"),
    path("description/", pursuits.description, name="description"),
    path("deletion/", pursuits.deletion, name="deletion"),
    path("stage/", steps.stage, name="stage"),
    path("outcome/", steps.outcome, name="outcome"),
    path("next-step/", steps.next_step, name="next_step"),
    path("posting/", pursuits.posting, name="posting"),
    path("posting/reading/", steps.reading, name="reading"),
    path("sendings/", sendings.sendings, name="sendings"),
    path("sendings/<int:sending>/removal/", sendings.sending_removal, name="sending_removal"),
    path("copies/", sendings.copies, name="copies"),
    path("texts/", sendings.texts, name="texts"),
    path("lessons/", lessons.lessons, name="lessons"),
    path("lessons/<slug:lesson>/tick/", lessons.tick, name="tick"),
]

LETTER: list[URLPattern] = [
    path("", letters.employer_letter, name="employer_letter"),
    path("file/", letters.employer_letter_file, name="employer_letter_file"),
    path("leaving/", letters.leaving_said, name="leaving"),
    path("leaving/removal/", letters.leaving_taken_back, name="leaving_removal"),
    path("reminder/", letters.reminder, name="reminder"),
    path("answer/", letters.answer, name="answer"),
]

app_name = "jobsearch"
urlpatterns = [
    path("pursuits/", pursuits.board, name="pursuits"),
    path("pursuits/all/", pursuits.pursuits, name="all"),
    path("pursuits/new/", pursuits.new, name="new"),
    path("pursuits/lessons/", lessons.everything, name="all_lessons"),
    path("pursuits/<slug:ref>/", include(PURSUIT)),
    path("documents/<slug:ref>/origin/", sendings.origin, name="origin"),
    path(
        "documents/<slug:ref>/lessons/<slug:lesson>/tick/",
        lessons.document_tick,
        name="document_tick",
    ),
    path("documents/<slug:ref>/employer-letter/", include(LETTER)),
]
