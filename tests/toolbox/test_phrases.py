"""Lists, quotes and explanations, as sentences have them."""

from mentorship.toolbox.words.phrases import explained, listed, one_of, quoted
from tests.pages.pseudo import pseudo_locale


def test_a_list_ends_with_a_word_of_its_own() -> None:
    names = ["Ada", "Ben", "Cem", "Dov"]

    assert [listed(names[:count]) for count in range(5)] == [
        "",
        "Ada",
        "Ada and Ben",
        "Ada, Ben and Cem",
        "Ada, Ben, Cem and Dov",
    ]


def test_words_are_quoted() -> None:
    assert quoted("Résumé") == "“Résumé”"


def test_a_word_is_explained_by_what_somebody_said() -> None:
    assert [explained("Not used", why) for why in ("too long", "")] == [
        "Not used: too long",
        "Not used",
    ]


def test_a_translator_can_change_every_sign() -> None:
    with pseudo_locale():
        said = [listed("ABC"), quoted("A"), explained("A", "B")]

    assert all(words.startswith("⟦") and words.endswith("⟧") for words in said)


def test_a_list_to_choose_from_ends_with_or() -> None:
    assert [one_of("ABC"[:count]) for count in range(4)] == ["", "A", "A or B", "A, B or C"]
