"""How sure it is that words are said in a unit of another text adds up from what speaks for it."""

import pytest

from mentorship.documents.statements.partners import Partners
from mentorship.documents.statements.signs import signs_of, sureness_of
from mentorship.documents.text.words import words_of

OLD = """Lee

WORK
- Wrote letters to suppliers.
- Drove the van to Hull.
- Closed the till."""
NEW = """Lee

EMPLOYMENT
- Letters to suppliers, forty a week.
- Closed the till.

Suppliers like me, and so do vans."""


def partners(old: str = OLD, new: str = NEW) -> Partners:
    """Two texts, of whose words none is known to be the same."""
    return Partners(words_of(old), words_of(new), {})


def words(text: str, found: Partners) -> range:
    """Which words of the old text these are."""
    start = found.old.words.text.index(text)
    return range(*found.old.words.within(start, start + len(text)))


def unit(text: str, found: Partners) -> int:
    """Which unit of the new text has these words."""
    start = found.new.words.text.index(text)
    return found.new.unit_at(found.new.words.within(start, start + 1)[0])


def test_words_that_are_there_are_surer_than_words_that_are_not():
    found = partners()
    letters, till = (unit(text, found) for text in ("forty", "till"))

    assert sureness_of(words("Wrote letters to suppliers.", found), letters, found) > 0.8
    assert sureness_of(words("Wrote letters to suppliers.", found), till, found) < 0.2


@pytest.mark.parametrize(
    ("sign", "text", "there", "much"),
    [
        ("beside", "Wrote letters to suppliers.", "forty", True),
        ("beside", "Drove the van to Hull.", "so do vans", False),
        ("far", "Lee", "so do vans", True),
        ("far", "Wrote letters to suppliers.", "forty", False),
        ("heading", "WORK", "EMPLOYMENT", True),
        ("taken", "Drove the van to Hull.", "till", True),
        ("taken", "Closed the till.", "till", False),
        ("kinship", "WORK", "forty", -0.3),
        ("share", "Drove the van to Hull.", "till", 0),
        ("cut", "the van", "so do vans", False),
    ],
)
def test_each_sign_is_told(sign, text, there, much):
    found = partners()

    assert signs_of(words(text, found), unit(there, found), found)[sign] == much


def test_a_digit_is_no_evidence():
    found = partners("Lee\n- Led 5 people", "Lee\n- Had 5 desks")
    there = unit("5 desks", found)

    assert signs_of(words("5", found), there, found)["evidence"] == 0
