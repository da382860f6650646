"""A long page leaves compressed as its browser takes it, and its length betrays nothing."""

import gzip
import sys
from collections.abc import Callable

import brotli
import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from mentorship.toolbox.web.compressing import compressed

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

WORDS = "<p>Led a team of five, who together made it twice as fast.</p>" * 40
AS_BROWSERS_SAY = "gzip, deflate, br, zstd"


def answer(takes: str, kind: str = "text/html; charset=utf-8", words: str = WORDS) -> HttpResponse:
    """What a browser gets that takes these."""
    request = RequestFactory(headers={"Accept-Encoding": takes}).get("/")
    return compressed(lambda _request: HttpResponse(words, content_type=kind))(request)


@pytest.mark.parametrize(
    ("takes", "name", "unpack"),
    [(AS_BROWSERS_SAY, "zstd", zstd.decompress), ("gzip, deflate, br", "br", brotli.decompress)],
)
def test_a_page_is_what_it_was_but_for_a_comment_at_its_end(
    takes: str, name: str, unpack: Callable[[bytes], bytes]
) -> None:
    got = answer(takes)

    assert got["Content-Encoding"] == name
    assert got["Vary"] == "Accept-Encoding"
    assert int(got["Content-Length"]) == len(got.content) < len(WORDS) / 5
    page, comment = unpack(got.content).decode().split("<!--")
    assert page == WORDS
    assert comment.endswith("-->")


@pytest.mark.parametrize("takes", [AS_BROWSERS_SAY, "br", "gzip"])
def test_the_length_of_a_page_is_another_each_time(takes: str) -> None:
    assert len({len(answer(takes).content) for _ in range(50)}) > 10


@pytest.mark.parametrize(
    ("takes", "kind"), [("gzip", "text/html"), (AS_BROWSERS_SAY, "text/plain; charset=utf-8")]
)
def test_what_has_no_room_for_a_comment_is_gzip(takes: str, kind: str) -> None:
    got = answer(takes, kind)

    assert got["Content-Encoding"] == "gzip"
    assert gzip.decompress(got.content).decode() == WORDS


@pytest.mark.parametrize("words", ["", "<p>Moved.</p>"])
def test_what_is_short_or_empty_stays_as_it_is(words: str) -> None:
    got = answer(AS_BROWSERS_SAY, words=words)

    assert "Content-Encoding" not in got
    assert got.content.decode() == words


def test_a_browser_that_takes_neither_gets_it_as_it_is() -> None:
    got = answer("identity")

    assert "Content-Encoding" not in got
    assert got.content.decode() == WORDS
