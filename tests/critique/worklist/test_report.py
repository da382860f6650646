"""What a round came to, as one letter to its seeker."""

from collections.abc import Iterable
from uuid import uuid4

import pytest
from django.test import Client

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle import actions as circle
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.models import Round
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique import actions
from mentorship.critique.comments.targets import Target
from mentorship.critique.models import Agreement, Review
from mentorship.critique.worklist.points import Point
from mentorship.critique.worklist.report import Report, report_of
from mentorship.documents.models import Version
from tests import make
from tests.browsing.browsers import sign_in
from tests.make import saying
from tests.make.sections import HORSES, NAME, TEXT, WROTE

pytestmark = pytest.mark.django_db

QUESTIONS = ["Is it too long?", "Does it begin well?"]


@pytest.fixture
def version(ada: User) -> Version:
    return make.ready_version(ada, text=TEXT)


@pytest.fixture
def asked(version: Version, seeker: Reader) -> Round:
    """Ben, Eve and Kim, in one round."""
    people = [
        Invitee(name, make.invited(name).email) for name in ("Ben Okri", "Eve Roth", "Kim Li")
    ]
    ask = Ask(questions=QUESTIONS)
    return circle.ask([version.document], by=seeker, people=people, ask=ask, key=uuid4())


@pytest.fixture
def mentors(asked: Round) -> list[Reader]:
    return [as_visitor(one) for one in asked.invitations.order_by("pk")]


def words(points: Iterable[Point]) -> list[str]:
    return [str(point.html) for point in points]


def read(asked: Round, reader: Reader) -> Report:
    return report_of(asked, reader=reader)


def test_nobody_has_answered(asked: Round, ada: User, seeker: Reader) -> None:
    page = sign_in(ada).get(f"/rounds/{asked.ref}/letter/").content.decode()

    assert read(asked, seeker).is_empty
    assert "Nobody has answered yet" in page


def test_it_says_first_what_must_be_fixed_and_last_what_to_keep(
    asked: Round, mentors: list[Reader], version: Version, seeker: Reader
) -> None:
    ben, eve, _kim = mentors
    saying.point(version, ben, "Horses need a year.", HORSES, kind="must_fix")
    saying.point(version, ben, "What came of it?", WROTE, kind="question")
    fix = saying.point(version, eve, "Cut it.", WROTE, kind="must_fix")
    saying.point(version, ben, "Keep it.", WROTE, kind="praise")
    saying.point(version, eve, "One page.", None)
    saying.point(version, eve, "A good name.", NAME, kind="praise")
    Agreement.objects.create(thread=fix, person=ben.person)

    (about,) = read(asked, seeker).abouts

    assert [(one.part.title, words(one.points)) for one in about.must_fix] == [
        ("EXPERIENCE", ["<p>Cut it.</p>"]),
        ("SKILLS", ["<p>Horses need a year.</p>"]),
    ]
    assert about.must_fix[0].points[0].agreements == 1
    assert [words(entry.points) for entry in about.apart] == [
        ["<p>Cut it.</p>", "<p>What came of it?</p>", "<p>Keep it.</p>"]
    ]
    assert [(one.part.title, words(one.points)) for one in about.rest] == [
        ("The whole document", ["<p>One page.</p>"])
    ]
    assert words(about.keep) == ["<p>A good name.</p>"]
    assert about.versions == [version]


def test_it_names_who_answered_and_who_did_not(
    asked: Round, mentors: list[Reader], version: Version, seeker: Reader
) -> None:
    ben, eve, _kim = mentors
    actions.finish(asked, by=ben, verdict="ready", summary="Go ahead.")
    saying.finish(version, eve)
    Review.objects.filter(mentor=ben.person).update(lens="hires")

    letter = read(asked, seeker)

    assert [(one.name, one.lens, one.verdict, one.summary) for one in letter.voices] == [
        ("Ben Okri", "Hires in this field", "Ready for the employer", "Go ahead."),
        ("Eve Roth", "", "Small fixes", ""),
    ]
    assert (letter.names, letter.silent) == (["Ben Okri", "Eve Roth"], ["Kim Li"])
    assert letter.written_at == letter.voices[1].finished_at
    assert letter.abouts[0].is_empty


def test_her_questions_stand_with_their_answers(
    asked: Round, mentors: list[Reader], version: Version, seeker: Reader
) -> None:
    place = Target(question=1)
    actions.comment(version, by=mentors[0], place=place, text="No.", key=uuid4())
    saying.finish(version, mentors[0])

    letter = read(asked, seeker)

    assert [(one.number, one.text, words(one.points)) for one in letter.answered] == [
        (1, QUESTIONS[0], ["<p>No.</p>"]),
        (2, QUESTIONS[1], []),
    ]
    assert letter.answered[0].points[0].quote == QUESTIONS[0]
    assert letter.abouts[0].is_empty


def test_it_speaks_of_the_version_they_read(
    asked: Round, mentors: list[Reader], version: Version, ada: User
) -> None:
    saying.point(version, mentors[0], "Cut it.", WROTE)
    make.ready(make.version(version.document, text=TEXT))

    page = sign_in(ada).get(f"/rounds/{asked.ref}/letter/").content.decode()

    assert "refers to version 1" in page
    assert "refers to version 2" not in page


def test_another_round_is_another_letter(
    asked: Round, mentors: list[Reader], version: Version, seeker: Reader, eve: Reader
) -> None:
    saying.point(version, eve, "From another round.")
    saying.point(version, mentors[0], "From this one.")

    (about,) = read(asked, seeker).abouts

    assert [words(one.points) for one in about.rest] == [["<p>From this one.</p>"]]


def test_a_round_about_two_documents_has_two_parts(ada: User, seeker: Reader) -> None:
    both = [make.ready_version(ada, title=title, text=TEXT) for title in ("Résumé", "Letter")]
    people = [Invitee("Ben Okri", make.invited("Ben").email)]
    documents = [one.document for one in both]
    asked = circle.ask(documents, by=seeker, people=people, ask=Ask(), key=uuid4())
    ben = as_visitor(asked.invitations.get())
    for one in both:
        saying.draft(one, ben, "Keep it.", WROTE, kind="praise")
    actions.finish(asked, by=ben, verdict="ready", summary="")

    letter = read(asked, seeker)
    page = sign_in(ada).get(f"/rounds/{asked.ref}/letter/").content.decode()

    assert letter.title == "“Résumé” and “Letter”"
    assert "Keep this in “Résumé”" in page
    assert "Work through “Letter”" in page


def test_what_she_decided_stands_in_it(
    asked: Round, mentors: list[Reader], version: Version, ada: User, seeker: Reader
) -> None:
    both = [saying.point(version, mentor, "About it.", WROTE) for mentor in mentors[:2]]
    given = {"text": "I keep it.", "why": "It is what I do.", "is_told": False}
    actions.decide(version.document, both, by=seeker, **given)

    page = sign_in(ada).get(f"/rounds/{asked.ref}/letter/").content.decode()

    assert "You decided:" in page
    assert "I keep it." in page


def test_a_decision_on_points_of_two_rounds_makes_no_contradiction_of_one(
    asked: Round, mentors: list[Reader], version: Version, seeker: Reader, eve: Reader
) -> None:
    elsewhere = saying.point(version, eve, "About it.", WROTE)
    here = saying.point(version, mentors[0], "About it.", WROTE)
    given = {"text": "I keep it.", "why": "", "is_told": False}
    actions.decide(version.document, [elsewhere, here], by=seeker, **given)

    (about,) = read(asked, seeker).abouts

    assert about.apart == []
    assert [words(one.points) for one in about.rest] == [["<p>About it.</p>"]]


def test_it_is_hers_alone(asked: Round, mentors: list[Reader], version: Version) -> None:
    saying.point(version, mentors[0])
    stranger: Client = sign_in(make.person("Zoe"))

    assert stranger.get(f"/rounds/{asked.ref}/letter/").status_code == 404
    assert read(asked, as_account(make.person("Max"))).is_empty
