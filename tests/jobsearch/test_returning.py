"""When two lessons say the same."""

import pytest

from mentorship.jobsearch.returning import groups


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lead with the result", "lead with results."),
        ("Ask about the salary earlier", "Earlier: ask about salary"),
        ("Not so fast", "not so fast"),
        ("By the", "by the"),
        ("Nach dem Gehalt fragen", "Nach Gehalt fragen"),
        ("Préparer les questions", "Préparer une question"),
    ],
)
def test_the_same_in_other_forms_is_one_lesson(one: str, other: str) -> None:
    assert groups([one, other]) == [[0, 1]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ask about the salary", "Do not ask about the salary"),
        ("Lead with the result", "Begin with my name"),
        ("Talk more", "Talk less"),
        ("!", "?"),
    ],
)
def test_what_says_another_thing_is_another(one: str, other: str) -> None:
    assert groups([one, other]) == [[0], [1]]


def test_groups_keep_the_order_of_the_texts() -> None:
    said = ["Lead with results", "Ask for time", "Lead with the result", "Call first"]

    assert groups(said) == [[0, 2], [1], [3]]
    assert groups([]) == []
