"""How sure it is that words are said in a unit of another text adds up from what speaks for it."""

import pytest

from mentorship.documents.statements.contests import Contest
from mentorship.documents.statements.partners import Partners
from mentorship.documents.statements.signs import signs_of, sureness_of
from mentorship.documents.statements.units import units_of
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


def contest(old: str = OLD, new: str = NEW) -> Contest:
    """Two texts, of whose words none is known to be the same."""
    before, after = words_of(old), words_of(new)
    texts = (before, units_of(before)), (after, units_of(after))
    return Contest(Partners(*texts, {}))


def words(text: str, among: Contest) -> range:
    """Which words of the old text these are."""
    found = among.found
    start = found.old.words.text.index(text)
    return range(*found.old.words.within(start, start + len(text)))


def unit(text: str, among: Contest) -> int:
    """Which unit of the new text has these words."""
    found = among.found
    start = found.new.words.text.index(text)
    return found.new.unit_at(found.new.words.within(start, start + 1)[0])


def test_words_that_are_there_are_surer_than_words_that_are_not():
    among = contest()
    letters, till = (unit(text, among) for text in ("forty", "till"))

    assert sureness_of(words("Wrote letters to suppliers.", among), letters, among) > 0.8
    assert sureness_of(words("Wrote letters to suppliers.", among), till, among) < 0.2


@pytest.mark.parametrize(
    ("sign", "text", "there", "much"),
    [
        ("beside", "Wrote letters to suppliers.", "forty", True),
        ("beside", "Drove the van to Hull.", "so do vans", False),
        ("far", "Lee", "so do vans", True),
        ("far", "Wrote letters to suppliers.", "forty", False),
        ("elsewhere", "Drove the van to Hull.", "till", False),
        ("elsewhere", "Closed the till.", "so do vans", True),
        ("only", "Wrote letters", "forty", 7 / 9),
        ("taken", "Drove the van to Hull.", "till", True),
        ("taken", "Closed the till.", "till", False),
        ("kinship", "WORK", "forty", -0.3),
        ("share", "Drove the van to Hull.", "till", 0),
    ],
)
def test_each_sign_is_told(sign, text, there, much):
    among = contest()

    assert signs_of(words(text, among), unit(there, among), among)[sign] == much


def test_a_unit_leads_by_how_much_closer_it_comes():
    among = contest()
    text = "Wrote letters to suppliers."
    letters, vans = (unit(there, among) for there in ("forty", "so do vans"))
    lead = signs_of(words(text, among), letters, among)["lead"]

    assert lead > 0 > signs_of(words(text, among), vans, among)["lead"]


def test_a_digit_is_no_evidence():
    among = contest("Lee\n- Led 5 people", "Lee\n- Had 5 desks")
    there = unit("5 desks", among)

    assert signs_of(words("5", among), there, among)["evidence"] == 0
