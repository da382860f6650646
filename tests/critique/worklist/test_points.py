"""The work list: where points stand in it, what is shown, and what a press does."""

import re

import pytest

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle.models import Round
from mentorship.critique import actions
from mentorship.critique.models import (
    Agreement,
    Comment,
    Placement,
    Review,
    Suggestion,
    Thread,
)
from mentorship.critique.worklist.page import Chosen, WorkList, work_list
from mentorship.documents.models import Version
from mentorship.toolbox.clock.dates import day
from tests import make
from tests.make import saying
from tests.make.sections import HORSES, NAME, TEXT, WROTE

pytestmark = pytest.mark.django_db

EVERYTHING = Chosen()


@pytest.fixture
def version(ada: User) -> Version:
    return make.ready_version(ada, text=TEXT)


def shown(work: WorkList) -> dict[str, list[str]]:
    """What is said, by section."""
    return {
        section.part.title: [
            re.sub("<.*?>", "", str(point.html))
            for entry in section.entries
            for point in entry.points
        ]
        for section in work.sections
    }


def listed(version: Version, reader: Reader, chosen: Chosen = EVERYTHING) -> WorkList:
    return work_list(version.document, chosen, reader=reader)


def test_points_stand_in_their_sections_by_weight(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    saying.point(version, ben, "Which horses?", HORSES, kind="question")
    saying.point(version, ben, "Keep this.", WROTE, kind="praise")
    saying.point(version, ben, "A comment.", WROTE)
    saying.point(version, ben, "Which program?", WROTE, kind="question")
    saying.point(version, ben, "No result.", WROTE, kind="must_fix")
    saying.point(version, ben, "The name is fine.", NAME)
    saying.point(version, ben, "Two pages are enough.", None)

    assert shown(listed(version, seeker)) == {
        "The whole document": ["Two pages are enough."],
        "Beginning": ["The name is fine."],
        "EXPERIENCE": ["No result.", "Which program?", "A comment.", "Keep this."],
        "SKILLS": ["Which horses?"],
    }


def test_whoever_agrees_gives_weight(version: Version, seeker: Reader, ben: Reader, eve: Reader):
    saying.point(version, ben, "First.", WROTE)
    second = saying.point(version, ben, "Second.", WROTE)
    saying.point(version, ben, "Must.", WROTE, kind="must_fix")
    Agreement.objects.create(thread=second, person=eve.person)

    work = listed(version, seeker)

    assert shown(work) == {"EXPERIENCE": ["Must.", "Second.", "First."]}
    assert [point.agreements for entry in work.sections[0].entries for point in entry.points] == [
        0,
        1,
        0,
    ]


def test_a_text_without_headings_is_one_part(ada: User, seeker: Reader) -> None:
    plain = make.ready_version(ada, text="Dear reader,\n\nI sort parcels, and I like it a lot.\n")
    ben = make.visitor(make.grant(plain.document, make.invited()))
    saying.point(plain, ben, "Too short.", 1)

    assert shown(listed(plain, seeker)) == {"The text": ["Too short."]}


def test_what_has_no_place_any_more_stands_at_the_end(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    gone, stays = (
        saying.point(version, ben, "About it.", WROTE),
        saying.point(version, ben, "Stays.", HORSES),
    )
    lost = saying.point(version, ben, "Nowhere.", NAME)
    next_one = make.ready(make.version(version.document, text=TEXT))
    Placement.objects.filter(thread__in=[gone, stays], version=next_one).delete()
    Placement.objects.create(thread=gone, version=next_one, how=Placement.How.GONE)
    Placement.objects.filter(thread=lost).delete()

    work = listed(version, seeker)

    assert shown(work) == {"SKILLS": ["Stays."], "No longer placed": ["Nowhere.", "About it."]}
    point, nowhere = work.point(gone.ref), work.point(lost.ref)
    assert point
    assert (point.where, point.quote) == (
        "",
        "Wrote the first program, for a machine that was never built.",
    )
    assert point.line_url == version.get_absolute_url()
    assert nowhere
    assert (nowhere.where, nowhere.quote, nowhere.line_url, nowhere.thread_url) == ("", "", "", "")


def test_of_several_versions_the_newest_names_the_sections(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    moved = saying.point(version, ben, "About it.", WROTE)
    saying.point(version, ben, "Of before.", HORSES)
    saying.point(version, ben, "Gone with its section.", WROTE)
    newer = make.ready(make.version(version.document, text=TEXT.replace("EXPERIENCE", "WORK")))
    Placement.objects.filter(version=newer).delete()
    start = newer.text.index("Wrote")
    Placement.objects.create(thread=moved, version=newer, start=start, end=start + 5, line=WROTE)

    assert shown(listed(version, seeker)) == {
        "WORK": ["About it."],
        "SKILLS": ["Of before."],
        "EXPERIENCE": ["Gone with its section."],
    }


def test_a_point_says_who_where_and_why(version: Version, seeker: Reader, ben: Reader) -> None:
    thread = saying.point(version, ben, "Which program?", WROTE, kind="question")
    saying.reply(thread, seeker, "The one for Bernoulli numbers.")
    Review.objects.update(lens="recruiter")
    comment = thread.comments.first()
    assert comment
    Comment.objects.filter(pk=comment.pk).update(why="Nobody will know.")
    Suggestion.objects.create(comment=comment, old="the first program", new="a program")

    point = listed(version, seeker).point(thread.ref)

    assert point
    assert (point.name, point.lens, point.kind_word) == (ben.person.name, "Recruiter", "Question")
    assert (point.where, point.answers, point.why) == (f"Line {WROTE}", 1, "Nobody will know.")
    assert point.wording
    assert point.wording.new == "a program"
    assert point.line_url == f"{version.get_absolute_url()}#line-{WROTE}"
    assert point.thread_url == f"{version.get_absolute_url()}#thread-{thread.ref}"


def test_a_page_and_a_question_are_places_too(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    on_page, answer = (
        saying.point(version, ben, "Crowded.", None),
        saying.point(version, ben, "No.", None),
    )
    Placement.objects.filter(thread=on_page).update(page=1)
    Thread.objects.filter(pk=answer.pk).update(question=2)
    work = listed(version, seeker)

    points = [work.point(thread.ref) for thread in (on_page, answer)]

    assert [point and point.where for point in points] == ["Page 1", "Question 2"]


def test_drafts_and_what_was_deleted_are_not_in_it(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    actions.delete(saying.point(version, ben, "Never mind.").comments.get(), by=ben)
    saying.draft(version, ben)

    assert listed(version, seeker).progress.points == 0


def test_points_about_the_same_words_stand_together(
    version: Version, seeker: Reader, ben: Reader, eve: Reader
) -> None:
    keep = saying.point(version, ben, "Keep this.", WROTE, kind="praise")
    fix = saying.point(version, eve, "Cut this.", WROTE, kind="must_fix")
    saying.point(version, eve, "And horses?", HORSES)

    work = listed(version, seeker)

    (group,), (alone,) = (section.entries for section in work.sections)
    assert [point.ref for point in group.points] == [fix.ref, keep.ref]
    assert (group.is_group, group.is_apart, group.people) == (True, True, 2)
    assert work.undecided == [group]
    assert not alone.is_group


def test_a_decision_stands_with_its_points_also_when_they_have_moved_apart(
    version: Version, seeker: Reader, ben: Reader, eve: Reader
) -> None:
    both = [saying.point(version, mentor, "About it.", WROTE) for mentor in (ben, eve)]
    made = actions.decide(
        version.document, both, by=seeker, text="I keep it.", why="", is_told=False
    )
    together = listed(version, seeker).sections[0].entries
    Placement.objects.filter(thread=both[0]).update(start=0, end=3, line=1)

    apart = listed(version, seeker).sections[0].entries

    assert [entry.decision for entry in together] == [made]
    assert [(entry.decision, len(entry.points)) for entry in apart] == [(made, 2)]


def test_what_is_left_and_of_which_round(
    version: Version, seeker: Reader, ben: Reader, eve: Reader
) -> None:
    of_ben, of_eve = (
        saying.point(version, ben, "Of Ben.", WROTE),
        saying.point(version, eve, "Of Eve.", HORSES),
    )
    actions.mark(of_ben, by=seeker, use="used", reason="", seen="")
    assert of_ben.round

    everything = listed(version, seeker)
    left = listed(version, seeker, Chosen(is_left=True))
    of_round = listed(version, seeker, Chosen(of_ben.round.ref))

    assert (everything.progress.done, everything.progress.points) == (1, 2)
    assert [choice.is_chosen for choice in everything.rounds] == [True, False, False]
    assert left.point(of_eve.ref)
    assert not left.point(of_ben.ref)
    assert left.progress.left == 1
    assert of_round.point(of_ben.ref)
    assert not of_round.point(of_eve.ref)
    assert of_round.chosen.left.query == f"?round={of_ben.round.ref}&left=1"


def test_rounds_of_one_day_are_told_apart_by_name(
    version: Version, seeker: Reader, ben: Reader, eve: Reader
) -> None:
    first, second = (saying.point(version, mentor, "Shorter.") for mentor in (ben, eve))
    Round.objects.filter(pk=second.round_id).update(name="For Riverbank")

    words = [choice.word for choice in listed(version, seeker).rounds]

    assert first.round
    name = first.round.invitations.get().name
    of_ben = f"With {name}, {day(first.round.created_at)}"
    assert words == ["All rounds", of_ben, "For Riverbank"]
