"""Lessons that say the same are one: they have one theme, known when they are written."""

from importlib import import_module

import pytest
from django.apps import apps

from accounts.models import User
from accounts.reader import Reader
from mentorship.jobsearch import actions, checklist
from mentorship.jobsearch.jobs import Learnt
from mentorship.jobsearch.models import Lesson, Pursuit
from mentorship.toolbox.questions.in_step import ask_all
from tests import make

pytestmark = pytest.mark.django_db

RESULT, SALARY = "Lead with the result", "Ask about the salary first"


def test_what_says_the_same_has_one_theme_and_never_that_of_another_person(ada: User) -> None:
    [first] = make.lessons(make.pursuit(ada, "First"), RESULT)
    [again] = make.lessons(make.pursuit(ada, "Second"), "Leading with the results")
    [other] = make.lessons(make.pursuit(ada, "Third"), SALARY)
    [hers] = make.lessons(make.pursuit(make.person("Bea")), RESULT)

    assert again.theme == first.theme
    assert len({first.theme, other.theme, hers.theme}) == 3


def test_a_lesson_that_was_changed_has_the_theme_of_what_it_says_now(
    pursuit: Pursuit, ada: User, by_ada: Reader
) -> None:
    [first] = make.lessons(make.pursuit(ada, "First"), SALARY)
    [before] = make.lessons(pursuit, RESULT)

    for text, is_kept in (("Lead with results", True), ("Ask about salary first", False)):
        seen = checklist.state_of(pursuit.lessons.all())
        actions.learn(pursuit, [Learnt(text)], by=by_ada, seen=seen)
        theme = pursuit.lessons.get().theme
        assert theme == (before.theme if is_kept else first.theme)


def test_lessons_written_during_an_upgrade_stand_alone(
    pursuit: Pursuit, ada: User, by_ada: Reader
) -> None:
    result, salary = make.lessons(pursuit, RESULT, SALARY, shown=True)
    Lesson.objects.update(theme="")
    later, document = make.pursuit(ada, "Tester"), make.document(ada)
    actions.tick(result, by=by_ada, on=later)
    actions.untick(Lesson.objects.get(pk=salary.pk), by=by_ada, on=later)

    shown = checklist.shown(checklist.shown_on(document.pk))

    beside = ask_all(checklist.of_pursuit(later, by_ada))
    assert [item.is_ticked for item in beside.items] == [True, False]
    assert [one.text for one in shown] == [RESULT, SALARY]


def test_lessons_of_before_get_their_themes(ada: User) -> None:
    for owner in (ada, make.person("Bea")):
        for number, text in enumerate((RESULT, SALARY, "Lead with results")):
            make.lessons(make.pursuit(owner, f"Job {number}"), text)
    Lesson.objects.update(theme="")
    migration = import_module("mentorship.jobsearch.migrations.0009_themes_of_lessons")

    migration.find_themes(apps, None)

    one, other, *hers = Lesson.objects.order_by("pk").values_list("theme", flat=True)
    assert hers[0] == one
    assert [len(one), len({one, other, *hers})] == [12, 4]
