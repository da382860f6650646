"""What counts as an address or a link in words that others read in somebody's name."""

import pytest

from mentorship.toolbox.plain import leads_elsewhere


@pytest.mark.parametrize(
    "text",
    ["a.b@example.org", "https://x", "www.x.y", "look at example.com", "x.io/abc", "mailto:me"],
)
def test_what_mail_programs_make_a_link_of(text: str) -> None:
    assert leads_elsewhere(text)


@pytest.mark.parametrize(
    "text", ["I wrote node.js, e.g. a parser.", "It is done.It works.", "9 @ 5", "1.5 years", "a/b"]
)
def test_what_people_write_in_plain_words(text: str) -> None:
    assert not leads_elsewhere(text)
