"""Words that would stand there instead, as people see them."""

from html import unescape

import pytest
from django.utils.html import strip_tags
from hypothesis import given
from hypothesis import strategies as st

from mentorship.critique.markup.suggestions import difference, words
from mentorship.documents.text.rewording import is_other


def seen(old: str, new: str) -> str:
    """The difference without what is read out beside it."""
    html = difference(old, new, words())
    for hidden in (words().deleted, words().inserted, words().kept):
        html = html.replace(hidden, "")
    return html


@pytest.mark.parametrize(
    ("old", "new", "html"),
    [
        ("Led 9 people", "Led 84 people", "Led <del>9</del> <ins>84</ins> people"),
        ("Led a team", "Led", "Led <del>a team</del>"),
        ("Led", "Led a team", "Led <ins>a team</ins>"),
        ("Led a team", "", "<del>Led a team</del>"),
        ("2019-2021", "2019–2021", "<del>2019-2021</del><ins>2019–2021</ins>"),
        ("Led\na  team", "Led a team", "Led a team"),
        ("it's", "it’s", "<del>it&#x27;s</del><ins>it’s</ins>"),
        ("<b>", "<i> & so", "&lt;<del>b&gt;</del><ins>i&gt; &amp; so</ins>"),
    ],
)
def test_what_goes_is_struck_and_what_comes_is_marked(old: str, new: str, html: str) -> None:
    assert seen(old, new) == html


def test_whoever_hears_it_is_told_where_each_begins() -> None:
    heard = strip_tags(difference("Led 9 good people", "Led 84 good people", words()))

    assert heard == "Led Removed: 9 Added: 84 Unchanged: good people"


def test_other_line_breaks_and_soft_hyphens_are_no_other_words() -> None:
    assert not is_other("Opera\u00adtions\nlead", " Operations  lead ")
    assert is_other("Operations lead", "operations lead")


TEXT = st.text("ab<&. \n", max_size=60)  # without signs of which one may stand for another


@given(TEXT, TEXT)
def test_nothing_is_lost_of_either(old: str, new: str) -> None:
    html = seen(old, new)
    left, right = html, html
    for tag, side in (("ins", "left"), ("del", "right")):
        parts = html.split(f"<{tag}>")
        kept = parts[0] + "".join(part.partition(f"</{tag}>")[2] for part in parts[1:])
        left, right = (kept, right) if side == "left" else (left, kept)

    assert letters(unescape(strip_tags(left))) == letters(old)
    assert letters(unescape(strip_tags(right))) == letters(new)


def letters(text: str) -> str:
    """Without blanks, and without what no reader sees."""
    return "".join(text.replace("\u00ad", "").split())
