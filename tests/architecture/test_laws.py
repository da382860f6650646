"""Every law is kept, and every law can be broken."""

import pytest

from tests.architecture import (
    laws_of_clocks,
    laws_of_code,
    laws_of_languages,
    laws_of_messages,
    laws_of_pages,
    laws_of_releases,
    laws_of_rooms,
    laws_of_styles,
    laws_of_words,
)
from tests.architecture.law import Law, sources

BOOKS = (
    laws_of_clocks,
    laws_of_code,
    laws_of_languages,
    laws_of_messages,
    laws_of_pages,
    laws_of_releases,
    laws_of_rooms,
    laws_of_styles,
    laws_of_words,
)
LAWS = [found for book in BOOKS for found in vars(book).values() if isinstance(found, Law)]


@pytest.mark.parametrize("law", LAWS, ids=str)
def test_the_law_is_kept(law: Law) -> None:
    breaches = law.breaches()

    assert not breaches, "\n".join([law.find.__doc__ or "", *breaches])


@pytest.mark.parametrize("law", LAWS, ids=str)
def test_the_law_can_be_broken(law: Law) -> None:
    assert law.holds_for(law.breach.path)
    assert list(law.find(law.breach))


@pytest.mark.parametrize("law", LAWS, ids=str)
def test_the_law_holds_for_something(law: Law) -> None:
    assert [source.path for source in sources() if law.holds_for(source.path)]
