"""The sample data: a critique in the middle of its life."""

from collections import Counter

import pytest

from accounts.models import User
from accounts.reader import as_account
from mentorship.circle.models import Invitation
from mentorship.critique.models import Comment, Placement, Review, Thread
from mentorship.documents.models import Document
from mentorship.home import became, waiting
from mentorship.home.demo import make_demo
from mentorship.jobsearch.models import Pursuit
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
    assert len(waits) == 4
    assert "have not been told" in waits[0] + waits[1]
    assert waits[-1].startswith("Tomasz Zielinski would like to hear by ")


def test_there_are_drafts_answers_and_what_is_resolved(ada: User) -> None:
    resume = Document.objects.get(owner=ada, kind=Document.Kind.RESUME)
    threads = Thread.objects.visible_to(as_account(ada)).filter(document=resume)

    assert Comment.objects.drafts().count() == 2
    assert threads.count() == 8
    assert threads.exclude(resolved_at=None).count() == 3
    assert Review.objects.exclude(finished_at=None).count() == 3
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
    before = (Document.objects.count(), Invitation.objects.count(), Comment.objects.count())

    make_demo()

    after = (Document.objects.count(), Invitation.objects.count(), Comment.objects.count())
    assert after == before


def test_there_is_a_job_with_its_posting_once(ada: User) -> None:
    make_demo()

    pursuit = Pursuit.objects.get(owner=ada)
    assert "40,000 parcels a night" in pursuit.posting
    assert pursuit.next_step
