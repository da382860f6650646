"""The sample data: a critique in the middle of its life."""

from collections import Counter

import pytest

from accounts.models import User
from accounts.reader import as_account
from mentorship.circle.models import Invitation
from mentorship.critique.models import Comment, Placement, Review, Thread
from mentorship.documents.models import Document, Version
from mentorship.home import became, waiting
from mentorship.home.demo import make_demo
from mentorship.jobsearch.models import EmployerLetter, Lesson, Pursuit, Tick
from mentorship.looks.models import Look
from mentorship.toolbox.questions.in_step import ask_all

How = Placement.How
pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> User:
    return make_demo()


def test_the_desk_has_something_of_everything(ada: User) -> None:
    told = [
        sentence for one in ask_all(became.rounds(as_account(ada))) for sentence in one.sentences
    ]
    waits = [line.sentence for line in ask_all(waiting.next_steps(as_account(ada)))]

    assert {"Ben Okri has finished: Small fixes.", "Sam Whitlock has begun."} <= set(told)
    assert any(sentence.startswith("Lena Vogt will look at it on ") for sentence in told)
    assert len(waits) == 6
    assert sum("have not been told" in one for one in waits) == 1
    assert waits[-1].startswith("Tomasz Zielinski would like to hear ")


def test_there_are_drafts_answers_and_what_is_resolved(ada: User) -> None:
    resume = Document.objects.get(owner=ada, kind=Document.Kind.RESUME)
    threads = Thread.objects.visible_to(as_account(ada)).filter(document=resume)

    assert Comment.objects.drafts().count() == 2
    assert threads.count() == 8
    assert threads.exclude(resolved_at=None).count() == 3
    assert Review.objects.exclude(finished_at=None).count() == 4
    assert Comment.objects.filter(author=ada).count() == 2
    assert Comment.objects.filter(review=None).exclude(author=ada).count() == 0


def test_points_went_along_to_the_version_she_has_rewritten(ada: User) -> None:
    resume = Document.objects.get(owner=ada, kind=Document.Kind.RESUME)
    carried = resume.versions.get(number=2).placements.exclude(thread__changed_at=None)

    found = Counter(carried.values_list("how", flat=True))
    assert found[How.GONE] == 1
    assert carried.filter(is_suggested=True).count() == 2
    assert found[How.REWORDED] >= 1
    assert found.total() == 8


def test_made_twice_it_is_there_once(ada: User) -> None:
    kept = (Document, Version, Invitation, Comment, Pursuit, Lesson, Tick, Look, EmployerLetter)
    before = [one.objects.count() for one in kept]

    make_demo()

    assert [one.objects.count() for one in kept] == before


def test_a_job_that_said_no_is_debriefed(ada: User) -> None:
    past = Pursuit.objects.get(owner=ada, outcome="no")
    debrief = Document.objects.get(kind="debrief", tailoring__pursuit=past)

    assert past.sendings.get().version.document.kind == "resume"
    assert "> Thank you for asking, few people do." in debrief.draft
    assert debrief.rounds.get().pursuit == past
    said = Comment.objects.filter(thread__document=debrief).exclude(published_at=None)
    assert said.count() == 2
    assert past.employer_letters.get().answered_at


def test_its_lessons_are_used_for_the_next_one(ada: User) -> None:
    past, coming = Pursuit.objects.filter(owner=ada).order_by("stage", "pk")
    assert (past.stage, coming.stage) == ("ended", "interested")

    letter = coming.rounds.get().documents.get()
    ticked = Tick.objects.filter(lesson__pursuit=past)

    assert past.lessons.count() == 3
    assert {(one.pursuit, one.document) for one in ticked} == {(coming, None), (None, letter)}
    assert "40,000 parcels a night" in coming.posting
    assert coming.next_step


def test_readers_looked_at_two_versions_for_ten_seconds(ada: User) -> None:
    looked = Look.objects.exclude(answered_at=None).order_by("pk")

    assert [one.showing.version.number for one in looked] == [1, 2]
    assert {one.showing.pursuit.employer for one in looked} == {"Harbour Freight"}
    assert all(one.showing.lines for one in looked)
