"""What is kept, deleted and inserted when somebody proposes other words."""

from mentorship.documents.text import rewording
from mentorship.documents.text.changes import How
from mentorship.documents.text.rewording import is_other, stretches


def test_what_becomes_of_words_is_told_on_one_line() -> None:
    assert stretches("Led a team\nof five", "Led a crew of five") == (
        (How.KEPT, "Led a "),
        (How.DELETED, "team "),
        (How.INSERTED, "crew "),
        (How.KEPT, "of five"),
    )


def test_signs_that_look_alike_are_replaced_as_somebody_meant_it() -> None:
    assert stretches("2016 - 2018", "2016 – 2018") == (
        (How.DELETED, "2016 - 2018"),
        (How.INSERTED, "2016 – 2018"),
    )
    assert stretches("2016 - 2018", "2016 – 2018") == stretches("2016 - 2018", "2016 – 2018")


def test_the_same_words_on_other_lines_are_no_others() -> None:
    assert not is_other("Led a\nteam", "Led a team")
    assert is_other("Led a team", "Led a crew")


def test_no_words_of_people_stay_in_memory() -> None:
    stretches("Led a regiment of lancers", "Commanded forty lancers")

    assert rewording._told
    assert "lancers" not in repr(rewording._told)


def test_of_many_pairs_not_all_are_remembered() -> None:
    for number in range(rewording._MOST + 1):
        stretches("a", f"b{number}")

    assert len(rewording._told) <= rewording._MOST
    assert stretches("a", "b0") == ((How.DELETED, "a"), (How.INSERTED, "b0"))
