"""When two lessons say the same."""

import pytest

from mentorship.jobsearch.returning import says_the_same, theme_among


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
    assert says_the_same(one, other)


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
    assert not says_the_same(one, other)


def test_a_theme_is_that_of_the_first_which_says_the_same() -> None:
    known = [
        ("call", "Call first"),
        ("lead", "Lead with results"),
        ("other", "Leading with result"),
    ]

    assert theme_among("Lead with the result", known) == "lead"
    assert theme_among("Ask for time", known) is None
    assert theme_among("Call first", []) is None
