"""Looking for words without what no reader sees."""

from hypothesis import given
from hypothesis import strategies as st

from mentorship.documents.text.squeezing import Squeezed, squeezed

TEXT = st.text(alphabet=st.sampled_from("ab-\u00ad \n.ﬁß’É\u0301経"), max_size=25)


@given(TEXT)
def test_every_word_is_found_where_it_stands(text: str) -> None:
    where = Squeezed(text)

    for key, start, end in zip(where.words.keys, where.words.starts, where.words.ends, strict=True):
        spans = [where.span(place, place + len(key)) for place in where.all(key)]
        assert (start, end) in spans


def test_words_are_found_over_lines_hyphens_and_ligatures() -> None:
    where = Squeezed("An e\ufb03-\ncient  co\u2011founder")

    [place] = where.all(squeezed("efficient cofounder"))

    assert where.span(place, place + len("efficientcofounder")) == (3, 24)


def test_within_a_word_it_is_exact_unless_the_word_is_written_otherwise() -> None:
    plain, hyphened = Squeezed("the teamwork"), Squeezed("the team-work")

    assert plain.span(plain.all("work")[0], len("theteamwork")) == (8, 12)
    assert hyphened.span(hyphened.all("work")[0], len("theteamwork")) == (4, 13)


def test_whole_words_are_those_with_most_of_their_letters() -> None:
    where = Squeezed("led the teams home")

    assert where.whole_words(2, 10) == (4, 13)
    assert where.whole_words(0, 6) == (0, 7)
    assert where.whole_words(2, 4) is None
