"""What a job taught: written once, at most three, and ticked beside what comes next."""

from typing import Literal

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.documents import actions as documents
from mentorship.documents.models import Document
from mentorship.jobsearch import actions, afterwards, checklist
from mentorship.jobsearch.jobs import Learnt
from mentorship.jobsearch.models import Lesson, Pursuit, Tick
from mentorship.toolbox.questions.in_step import ask_all
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.stale import Stale
from tests import make
from tests.browsing.browsers import sign_in

pytestmark = pytest.mark.django_db

RESULT, SALARY = "Lead with the result", "Ask about the salary first"


@pytest.fixture
def browser(ada: User) -> Client:
    """Her browser."""
    return sign_in(ada)


def at(name: str, *refs: str) -> str:
    """The address of a page about jobs."""
    return reverse(f"jobsearch:{name}", args=refs)


def texts(of: Pursuit) -> list[tuple[int, str, bool]]:
    """What it taught, as it is kept."""
    kept = of.lessons.order_by("place")
    return [(one.place, one.text, one.shown_at is not None) for one in kept]


def debrief(of: Pursuit, end: str) -> Document:
    """How it went, written down; its list of lessons is `end`."""
    by = as_account(of.owner)
    made = actions.write_about(of, by=by, kind="debrief", key=of.key)
    made.refresh_from_db()
    text = made.draft.replace("1. \n2. \n3. \n", end)
    return documents.save_draft(made, by=by, text=text, revision=made.draft_revision)


@pytest.mark.parametrize(
    ("end", "found"),
    [
        ("1. Lead\n2. \n3. Ask\n", ["Lead", "Ask"]),
        ("- **Lead**\n* Ask\n+ Call\n- More\n", ["Lead", "Ask", "Call"]),
        ("1) Lead\nand so on\n", ["Lead"]),
        ("Nothing to learn.\n", []),
    ],
)
def test_the_list_that_a_debrief_ends_with_is_found(end: str, found: list[str]) -> None:
    assert afterwards.lessons_in(f"## What was asked\n1. Why us?\n\n## Next time\n\n{end}") == found


def test_an_answer_put_behind_the_list_of_a_debrief_hides_no_lesson() -> None:
    text = afterwards.with_answer("## Next time\n\n1. Bring an example\n", "No.\n\n1. Sorry.")

    assert text.endswith("## What the employer said\n\n> No.\n>\n> 1. Sorry.\n")
    assert afterwards.lessons_in(text) == ["Bring an example"]
    assert afterwards.lessons_in("## What the employer said\n\n> No.\n") == []


def test_the_lessons_of_the_debrief_are_offered_and_kept_by_one_press(
    browser: Client, pursuit: Pursuit
) -> None:
    made = debrief(pursuit, f"1. {RESULT}\n2. {SALARY}\n3. \n")
    here = at("lessons", pursuit.ref)
    offered = browser.get(here)

    said = {name: offered.context["form"][name].value() for name in ("seen", "text_1", "text_2")}
    answer = browser.post(here, said)

    assert f'taken from “<a href="{made.get_absolute_url()}">' in offered.content.decode()
    assert answer.headers["Location"] == f"{pursuit.get_absolute_url()}#lessons-title"
    assert texts(pursuit) == [(1, RESULT, False), (2, SALARY, False)]
    assert RESULT in browser.get(pursuit.get_absolute_url()).content.decode()
    assert "taken from" not in browser.get(here).content.decode()


def test_a_debrief_says_where_its_lessons_are_drawn(browser: Client, pursuit: Pursuit) -> None:
    made = debrief(pursuit, "")

    assert at("lessons", pursuit.ref) in browser.get(made.get_absolute_url()).content.decode()


@pytest.mark.parametrize("kind", ["follow_up", "thank_you"])
def test_a_letter_to_the_employer_says_nothing_of_lessons(
    browser: Client, pursuit: Pursuit, by_ada: Reader, kind: Literal["follow_up", "thank_you"]
) -> None:
    make.lessons(make.pursuit(pursuit.owner, "Clerk"), RESULT)
    made = actions.write_about(pursuit, by=by_ada, kind=kind, key=pursuit.key)

    assert RESULT not in browser.get(made.get_absolute_url()).content.decode()


def test_lessons_are_changed_and_emptied_in_their_places(pursuit: Pursuit, by_ada: Reader) -> None:
    first, second = make.lessons(pursuit, RESULT, SALARY)
    seen = checklist.state_of([first, second])

    wanted = [Learnt(""), Learnt(SALARY, is_shown=True), Learnt("Call")]
    actions.learn(pursuit, wanted, by=by_ada, seen=seen)

    assert texts(pursuit) == [(2, SALARY, True), (3, "Call", False)]
    assert Lesson.objects.get(place=2).ref == second.ref


def test_what_is_shown_stays_so_since_the_same_moment(pursuit: Pursuit, by_ada: Reader) -> None:
    [before] = make.lessons(pursuit, RESULT, shown=True)

    changed = [Learnt("Lead with results", is_shown=True)]
    actions.learn(pursuit, changed, by=by_ada, seen=checklist.state_of([before]))

    assert Lesson.objects.get().shown_at == before.shown_at


def test_the_same_lessons_again_change_nothing(pursuit: Pursuit, by_ada: Reader) -> None:
    make.lessons(pursuit, RESULT)

    actions.learn(pursuit, [Learnt(RESULT)], by=by_ada, seen="another")

    assert texts(pursuit) == [(1, RESULT, False)]


def test_two_windows_do_not_overwrite_each_other(browser: Client, pursuit: Pursuit) -> None:
    here = at("lessons", pursuit.ref)
    seen = checklist.state_of([])
    browser.post(here, {"text_1": RESULT, "seen": seen})

    refused = browser.post(here, {"text_1": SALARY, "seen": seen})

    page = refused.content.decode()
    assert (refused.status_code, texts(pursuit)) == (422, [(1, RESULT, False)])
    assert RESULT in page
    assert SALARY in page
    again = refused.context["form"]["seen"].value()
    assert browser.post(here, {"text_1": SALARY, "seen": again}).status_code == 302
    assert texts(pursuit) == [(1, SALARY, False)]


def test_what_was_changed_elsewhere_is_told_by_its_state(pursuit: Pursuit, by_ada: Reader) -> None:
    kept = make.lessons(pursuit, RESULT)

    with pytest.raises(Stale) as stale:
        actions.learn(pursuit, [], by=by_ada, seen="older")

    assert (stale.value.kept, stale.value.seen) == (kept, checklist.state_of(kept))


def test_too_long_a_lesson_is_said_and_not_cut(browser: Client, pursuit: Pursuit) -> None:
    answer = browser.post(at("lessons", pursuit.ref), {"text_1": "word " * 60, "seen": ""})

    assert answer.status_code == 422
    assert "word word" in answer.content.decode()
    assert not Lesson.objects.exists()


def test_the_database_keeps_at_most_three(pursuit: Pursuit) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Lesson.objects.create(pursuit=pursuit, place=4, text=RESULT)


@pytest.mark.parametrize("is_a_document", [True, False])
def test_a_lesson_is_ticked_where_she_keeps_to_it(
    browser: Client, pursuit: Pursuit, ada: User, *, is_a_document: bool
) -> None:
    [lesson] = make.lessons(pursuit, RESULT)
    on = make.document(ada) if is_a_document else make.pursuit(ada, "Tester")
    tick = at("document_tick" if is_a_document else "tick", on.ref, lesson.ref)

    for _press in range(2):
        answer = browser.post(tick, {"tick": "yes"})
    page = browser.get(on.get_absolute_url()).content.decode()

    assert answer.headers["Location"] == f"{on.get_absolute_url()}#lesson-{lesson.ref}"
    assert 'aria-checked="true"' in page
    assert Tick.objects.count() == 1
    browser.post(tick, {"tick": "no"})
    assert 'aria-checked="false"' in browser.get(on.get_absolute_url()).content.decode()


def test_a_lesson_is_no_lesson_for_the_job_that_taught_it(
    browser: Client, pursuit: Pursuit, ada: User
) -> None:
    [lesson] = make.lessons(pursuit, RESULT)
    copy = make.tailored(pursuit, make.ready_version(ada))

    for page in (pursuit.get_absolute_url(), copy.get_absolute_url()):
        assert f"lesson-{lesson.ref}" not in browser.get(page).content.decode()


def test_a_job_that_is_over_shows_what_was_kept_to(
    pursuit: Pursuit, ada: User, by_ada: Reader
) -> None:
    result, _salary = make.lessons(pursuit, RESULT, SALARY)
    later = make.pursuit(ada, "Tester")
    actions.tick(result, by=by_ada, on=later)

    before = ask_all(checklist.of_pursuit(later, by_ada))
    over = actions.end(later, by=by_ada, outcome="no")
    after = ask_all(checklist.of_pursuit(over, by_ada))

    assert [item.lesson.text for item in before.items] == [RESULT, SALARY]
    assert [item.lesson.text for item in after.items] == [RESULT]


def test_a_lesson_that_returns_in_three_debriefs_is_said_and_comes_first(
    browser: Client, ada: User
) -> None:
    for number, text in enumerate((RESULT, "Lead with results", "Leading with the results")):
        make.lessons(make.pursuit(ada, f"Job {number}"), text)
    make.lessons(make.pursuit(ada, "Latest"), SALARY)
    told = "You have written this in 3 debriefs."

    shown = ask_all(checklist.of_pursuit(make.pursuit(ada, "Next"), as_account(ada)))

    assert [(one.lesson.text, one.returns) for one in shown.items] == [
        ("Leading with the results", told),
        (SALARY, ""),
    ]
    assert told in browser.get(at("all_lessons")).content.decode()


def test_unticked_is_what_says_the_same_too(pursuit: Pursuit, ada: User, by_ada: Reader) -> None:
    [first] = make.lessons(pursuit, RESULT)
    later = make.pursuit(ada, "Tester")
    actions.tick(first, by=by_ada, on=later)
    [again] = make.lessons(make.pursuit(ada, "Clerk"), "Lead with results")
    shown = ask_all(checklist.of_pursuit(later, by_ada))
    assert [one.is_ticked for one in shown.items] == [True]

    actions.untick(again, by=by_ada, on=later)

    assert not Tick.objects.exists()


@pytest.mark.parametrize(("text", "ticks"), [("Lead with results", 1), (SALARY, 0)])
def test_another_lesson_in_its_place_begins_without_ticks(
    pursuit: Pursuit, ada: User, by_ada: Reader, text: str, ticks: int
) -> None:
    [lesson] = make.lessons(pursuit, RESULT)
    actions.tick(lesson, by=by_ada, on=make.document(ada))

    actions.learn(pursuit, [Learnt(text)], by=by_ada, seen=checklist.state_of([lesson]))

    assert Tick.objects.count() == ticks


def test_a_lesson_that_has_gone_is_not_ticked(pursuit: Pursuit, ada: User, by_ada: Reader) -> None:
    [lesson] = make.lessons(pursuit, RESULT)
    Lesson.objects.all().delete()

    actions.tick(lesson, by=by_ada, on=make.document(ada))

    assert not Tick.objects.exists()


def test_nobody_ticks_or_writes_for_another(pursuit: Pursuit, by_ada: Reader) -> None:
    bea = make.person("Bea")
    [lesson], others = make.lessons(pursuit, RESULT), make.document(bea)

    for on in (others, make.pursuit(bea)):
        with pytest.raises(Refused, match="not-found"):
            actions.tick(lesson, by=by_ada, on=on)
    for act in (actions.tick, actions.untick):
        with pytest.raises(Refused, match="not-found"):
            act(lesson, by=as_account(bea), on=others)
    with pytest.raises(Refused, match="not-found"):
        actions.learn(pursuit, [], by=as_account(bea), seen="")


def test_many_lessons_are_cut_and_all_of_them_have_a_page(browser: Client, ada: User) -> None:
    words = ["apples", "bread", "cheese", "dates", "eggs", "figs", "grapes"]
    for word in words:
        make.lessons(make.pursuit(ada, word), f"Bring {word}")

    page = browser.get(make.document(ada).get_absolute_url()).content.decode()
    every = browser.get(at("all_lessons")).content.decode()

    assert "All your lessons: 1 more" in page
    assert all(f"Bring {word}" in every for word in words)
