"""What people write becomes HTML that is safe, whatever they write."""

import re
import time
from html import unescape

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorship.toolbox.words.sanitiser import TAGS, rendered

SIGNS = st.text(alphabet="ab *_`[]()<>&\"'\n-+>1.:/\\hmailto", max_size=200)
TAG = re.compile(r"<(/?)([a-z]+)((?: [a-z]+=\"[^\"<>]*\")*)>")
REL = ' rel="noopener nofollow ugc"'


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Lead with it.", "<p>Lead with it.</p>"),
        ("one\ntwo\n\nthree", "<p>one<br>two</p><p>three</p>"),
        ("**bold** and *italic*", "<p><strong>bold</strong> and <em>italic</em></p>"),
        ("**bold with *both* in it**", "<p><strong>bold with <em>both</em> in it</strong></p>"),
        ("`a*b*c`", "<p><code>a*b*c</code></p>"),
        ("- one\n- two", "<ul><li>one</li><li>two</li></ul>"),
        ("1. one\n2. two", "<ol><li>one</li><li>two</li></ol>"),
        ("> quoted\n\nmine", "<blockquote><p>quoted</p></blockquote><p>mine</p>"),
        ("[here](https://a.org/b)", f'<p><a href="https://a.org/b"{REL}>here</a></p>'),
        ("https://a.org/b.", f'<p><a href="https://a.org/b"{REL}>https://a.org/b</a>.</p>'),
        ("[x](mailto:a@b.org)", f'<p><a href="mailto:a@b.org"{REL}>x</a></p>'),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("<b onclick=x>", "<p>&lt;b onclick=x&gt;</p>"),
        ("2 * 3 * 4, a*b*c, C++ > C", "<p>2 * 3 * 4, a*b*c, C++ &gt; C</p>"),
        ("", ""),
    ],
)
def test_markdown_light(written: str, shown: str) -> None:
    assert rendered(written) == shown


@given(SIGNS | st.text(max_size=200))
def test_only_known_tags_come_out(written: str) -> None:
    html = rendered(written)

    for _close, tag, attributes in TAG.findall(html):
        assert tag in TAGS
        assert not attributes or re.fullmatch(
            r' href="(https?://|mailto:)[^"]*" rel="noopener nofollow ugc"', attributes
        )
    assert "<" not in TAG.sub("", html)


@given(SIGNS)
def test_what_comes_out_is_clean_already(written: str) -> None:
    html = rendered(written)

    again = nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener nofollow ugc",
    )
    assert again == html


@given(st.text(alphabet="abcäß漢😀 <>&\"'", max_size=200))
def test_plain_words_are_all_there(written: str) -> None:
    shown = unescape(re.sub(r"<[^>]*>", "", rendered(f"a{written}")))

    assert shown == f"a{written}".strip()


@pytest.mark.parametrize("sign", ["**a ", "*a ", "[a](", "`a ", "> ", "**a*", "[a](https://", "*"])
def test_ten_thousand_signs_take_no_time(sign: str) -> None:
    written = (sign * 10_000)[:10_000]
    taken = []
    for _ in range(3):  # one of them may be interrupted by a collection of what other tests left
        begun = time.thread_time()
        rendered(written)
        taken.append(time.thread_time() - begun)

    assert min(taken) < 0.5
