"""What counts as an address or a link in words that others read in somebody's name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorship.toolbox.words.plain import disarmed, leads_elsewhere, one_line

LINKS = {
    "a.b@example.org": "a.b@ example. org",
    "https://x": "https: //x",
    "www.x.y": "www. x.y",
    "look at example.com": "look at example. com",
    "x.io/abc": "x. io/abc",
    "mailto:me": "mailto: me",
    "evil.zip": "evil. zip",
    "evil.museum, then": "evil. museum, then",
    "evil．example．com": "evil．example． com",
    "evil。com": "evil。 com",
    "evil｡com": "evil｡ com",
    "ｅｖｉｌ.ｃｏｍ": "ｅｖｉｌ. ｃｏｍ",
    "evil.рф": "evil. рф",
    "evil.भारत": "evil. भारत",
    "evil.xn--p1ai": "evil. xn--p1ai",
    "“evil.com”": "“evil. com”",
    "evil.com-x": "evil. com-x",
    "192.0.2.1": "192. 0. 2. 1",
    "at 192.0.2.1.": "at 192. 0. 2. 1.",
    "evil.cor\u200bp.com": "evil.corp. com",
    "intranet.corp:8080": "intranet. corp:8080",
    "evil.IT": "evil. IT",
}


@pytest.mark.parametrize("text", LINKS)
def test_what_mail_programs_make_a_link_of(text: str) -> None:
    assert leads_elsewhere(text)
    assert disarmed(text) == LINKS[text]


@pytest.mark.parametrize(
    "text",
    [
        "I wrote node.js, e.g. a parser.",
        "9 @ 5",
        "1.5 years",
        "a/b",
        "3.10.2026",
        "我很好。谢谢。",
        "And so on... is it?",
        "At 9:30: a talk",
    ],
)
def test_what_people_write_in_plain_words(text: str) -> None:
    assert not leads_elsewhere(text)
    assert disarmed(text) == text


def test_a_forgotten_space_is_no_link_to_type_and_is_put_in_before_mail_programs_see_it() -> None:
    assert not leads_elsewhere("It is done.It works.")
    assert disarmed("It is done.It works.") == "It is done. It works."


@given(st.text())
def test_what_is_disarmed_once_leads_nowhere(text: str) -> None:
    once = disarmed(text)

    assert not leads_elsewhere(once)
    assert disarmed(once) == once


@given(st.text(alphabet="=?\u202e\u200b utf8qQ\r\n"))
def test_a_line_holds_nothing_to_decode_and_nothing_that_turns_it(text: str) -> None:
    line = one_line(text)

    assert "=?" not in line
    assert not set(line) & set("\u202e\u200b\r\n")
    assert one_line(line) == line
