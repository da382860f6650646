"""What words say, whatever their form."""

import pytest

from mentorship.documents.statements.terms import heading_groups, language_of, terms_of
from mentorship.documents.text.words import words_of


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("english", "trained", "training"),
        ("english", "jan", "01/2016"),
        ("english", "2016", "01/2016"),
        ("german", "11", "11.09.2024"),
        ("german", "september", "11.09.2024"),
        ("english", "2016-01-30", "30.1.2016"),
        ("english", "1,200,000", "1.2m"),
        ("german", "45.000", "45k"),
        ("french", "2,5", "2.5"),
        ("english", "six", "6-8"),
        ("german", "jährlichen", "jährliche"),
        ("english", "deputy", "vice"),
        ("english", "today", "present"),
        ("english", "euro", "€"),
    ],
)
def test_words_in_another_form_say_the_same(language, one, other):
    assert terms_of(one, language) & terms_of(other, language)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2016", "2017"),
        ("01/2016", "02/2017"),
        ("1.2m", "1.2k"),
        ("nurse", "doctor"),
        ("(", ")"),
        ("seven", "cta-07"),
        ("l'accueil", "l'usine"),
        ("in-house", "in"),
    ],
)
def test_other_words_say_something_else(one, other):
    assert not terms_of(one, "english") & terms_of(other, "english")


def test_headings_that_head_the_same_are_of_one_group():
    assert heading_groups("WORK EXPERIENCE") & heading_groups("Employment")
    assert heading_groups("ESTUDIOS Y CURSOS") & heading_groups("Formación académica")
    assert not heading_groups("Education") & heading_groups("Employment")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I am the head of a team, and I was with them for years", "english"),
        ("Ich bin die Leiterin und habe mit dem Team gearbeitet", "german"),
        ("Je suis dans une équipe avec des élèves", "french"),
        ("", "english"),
    ],
)
def test_a_text_is_stemmed_in_its_language(text, language):
    assert language_of(words_of(text).keys) == language
