"""A job that a seeker goes for: hers alone, never overwritten unseen, moved and let go."""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from pytest_django import Settings

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.documents.models import Document
from mentorship.jobsearch import actions
from mentorship.jobsearch.models import PostingFile, Pursuit
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.stale import Stale
from tests import clock, make

pytestmark = pytest.mark.django_db


def test_a_job_is_its_owners_alone(pursuit: Pursuit, by_ada: Reader) -> None:
    ben = make.person("Ben")
    version = make.ready_version(pursuit.owner)
    visitor = make.visitor(make.grant(version.document, to=ben))

    seen = [list(Pursuit.objects.visible_to(one)) for one in (by_ada, as_account(ben), visitor)]

    assert seen == [[pursuit], [], []]


@pytest.mark.parametrize(
    "act", ["describe", "plan", "move", "end", "delete", "read_again", "write_about"]
)
def test_nobody_else_changes_it(pursuit: Pursuit, act: str) -> None:
    facts = {
        "describe": {"job": make.job(), "revision": 0},
        "plan": {"next_step": "Ring", "next_on": None},
        "move": {"stage": "offer"},
        "end": {"outcome": "no"},
        "write_about": {"kind": "debrief", "key": uuid4()},
    }

    with pytest.raises(Refused, match="not-found"):
        getattr(actions, act)(pursuit, by=as_account(make.person("Eve")), **facts.get(act, {}))


def test_what_another_window_said_is_not_overwritten_unseen(
    pursuit: Pursuit, by_ada: Reader
) -> None:
    actions.describe(pursuit, by=by_ada, job=make.job(employer="Bloom"), revision=0)

    with pytest.raises(Stale) as stale:
        actions.describe(pursuit, by=by_ada, job=make.job(employer="Corex"), revision=0)

    assert stale.value.kept.employer == "Bloom"
    again = actions.describe(pursuit, by=by_ada, job=make.job(employer="Corex"), revision=1)
    assert again.employer == "Corex"


def test_the_same_words_once_more_change_nothing(pursuit: Pursuit, by_ada: Reader) -> None:
    kept = actions.describe(pursuit, by=by_ada, job=make.job(), revision=7)

    assert kept.revision == 0


def test_a_pasted_posting_takes_the_place_of_a_file(pursuit: Pursuit, by_ada: Reader) -> None:
    make.posting_file(pursuit)

    actions.describe(pursuit, by=by_ada, job=make.job(posting="Pasted."), revision=0)

    assert not PostingFile.objects.exists()


def test_other_words_leave_a_file_waiting(pursuit: Pursuit, by_ada: Reader) -> None:
    make.posting_file(pursuit)

    actions.describe(pursuit, by=by_ada, job=make.job(employer="Bloom"), revision=0)

    assert PostingFile.objects.exists()


def test_the_day_of_applying_is_kept_once(pursuit: Pursuit, by_ada: Reader) -> None:
    for stage in ("applied", "interview"):
        kept = actions.move(pursuit, by=by_ada, stage=stage)
    clock.later(200_000)

    again = actions.move(pursuit, by=by_ada, stage="applied")

    assert kept.applied_on == again.applied_on == date(2026, 11, 24)


def test_what_has_ended_is_not_reminded_of_until_it_goes_on(ada: User, by_ada: Reader) -> None:
    pursuit = make.pursuit(ada, next_on=date(2026, 12, 1))

    ended = actions.move(pursuit, by=by_ada, stage="ended")
    assert (ended.remind_at, bool(ended.ended_at)) == (None, True)

    again = actions.move(pursuit, by=by_ada, stage="interview")
    assert (again.remind_at, again.ended_at) == (pursuit.remind_at, None)
    assert list(Pursuit.objects.under_way()) == [pursuit]


def test_how_it_ended_is_said_once_and_otherwise(pursuit: Pursuit, by_ada: Reader) -> None:
    ended = actions.end(pursuit, by=by_ada, outcome="no")
    clock.later()

    again = actions.end(pursuit, by=by_ada, outcome="no_answer")
    same = actions.end(pursuit, by=by_ada, outcome="no_answer")

    assert (ended.stage, ended.outcome, ended.remind_at) == ("ended", "no", None)
    assert (again.outcome, again.ended_at) == ("no_answer", ended.ended_at)
    assert same.outcome == "no_answer"
    assert list(Pursuit.objects.under_way()) == []


def test_what_goes_on_after_all_has_no_outcome(pursuit: Pursuit, by_ada: Reader) -> None:
    actions.end(pursuit, by=by_ada, outcome="no")

    again = actions.move(pursuit, by=by_ada, stage="interview")

    assert (again.stage, again.outcome, again.ended_at) == ("interview", "", None)


@pytest.mark.parametrize(
    "over",
    [
        lambda one, by: actions.end(one, by=by, outcome="no"),
        lambda one, by: actions.move(one, by=by, stage="ended"),
    ],
)
def test_how_far_it_came_is_known_once_it_is_over(
    ada: User, by_ada: Reader, over: Callable[[Pursuit, Reader], Pursuit]
) -> None:
    ended = over(make.pursuit(ada, stage="interview"), by_ada)
    again = actions.end(ended, by=by_ada, outcome="withdrawn")
    assert (ended.reached, again.reached) == ("interview", "interview")

    assert actions.move(again, by=by_ada, stage="offer").reached == ""


def test_moving_to_where_it_stands_changes_nothing(pursuit: Pursuit, by_ada: Reader) -> None:
    actions.move(pursuit, by=by_ada, stage="ended")
    ended_at = Pursuit.objects.get().ended_at
    clock.later()

    actions.move(pursuit, by=by_ada, stage="ended")

    assert Pursuit.objects.get().ended_at == ended_at


def test_the_nearest_step_comes_first_and_those_without_one_last(ada: User) -> None:
    for role, day in (("No day", None), ("Late", date(2026, 12, 9)), ("Soon", date(2026, 11, 30))):
        make.pursuit(ada, role, next_on=day)

    assert [one.role for one in Pursuit.objects.nearest_first()] == ["Soon", "Late", "No day"]


def test_a_deleted_job_leaves_its_documents(pursuit: Pursuit, by_ada: Reader, ada: User) -> None:
    copy = make.tailored(pursuit, make.ready_version(ada))
    make.posting_file(pursuit)

    actions.delete(pursuit, by=by_ada)

    assert not Pursuit.objects.exists()
    assert not PostingFile.objects.exists()
    assert Document.objects.get(pk=copy.pk).tailoring.pursuit is None


def test_what_is_gone_says_so(pursuit: Pursuit, by_ada: Reader) -> None:
    actions.delete(pursuit, by=by_ada)

    with pytest.raises(Refused, match="deleted"):
        actions.move(pursuit, by=by_ada, stage="offer")


def test_nobody_fills_the_database(pursuit: Pursuit, ada: User, settings: Settings) -> None:
    settings.MAX_JOBS_PER_PERSON = 1

    with pytest.raises(Refused, match="too-many") as refused:
        make.pursuit(ada, "Engineer")

    assert refused.value.sentence.startswith("You keep 1 job here")
