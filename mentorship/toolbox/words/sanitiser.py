"""What people write, as HTML that is safe to show: Markdown light, and nothing else of Markdown.

Paragraphs, line breaks, **bold**, *italic*, `code`, lists, > quotes, links to http, https and mailto.
Every other sign is the sign itself. What the renderer writes goes through nh3 nevertheless: two
locks on one door. Each expression stops at the sign it looks for, so that time grows with length.
"""

import re
from collections.abc import Iterator
from itertools import groupby

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString

TAGS = {"p", "br", "strong", "em", "code", "ul", "ol", "li", "blockquote", "a"}
SCHEMES = {"http", "https", "mailto"}
DEEPEST = 3  # quotes in quotes, and stress in stress

BULLET = re.compile(r" {0,3}[-*+][ \t]+(?=\S)")
NUMBER = re.compile(r" {0,3}\d{1,3}[.)][ \t]+(?=\S)")
QUOTED = re.compile(r" {0,3}> ?")
ADDRESS = r"(?:https?://|mailto:)[^\s<>()\"'`]+"
INLINE = re.compile(
    r"`(?P<code>[^`\n]+)`"
    rf"|\[(?P<label>[^\[\]\n]+)\]\((?P<href>{ADDRESS})\)"
    r"|(?P<url>\bhttps?://[^\s<>()\"'`*]+)"
    r"|\*\*(?P<bold>(?=[^\s*])[^*\n]*(?:\*(?!\*)[^*\n]*)*)(?<=\S)\*\*"
    r"|(?<![\w*])\*(?P<italic>(?=\S)[^*\n]+)(?<=\S)\*(?![\w*])"
)


def rendered(text: str) -> str:
    """The safe HTML of what a person wrote, to be stored beside it."""
    return nh3.clean(
        "".join(_blocks(text.replace("\r\n", "\n").split("\n"), DEEPEST)),
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes=SCHEMES,
        link_rel="noopener nofollow ugc",
    )


def stored(html: str) -> SafeString:
    """HTML that `rendered` gave and a row has kept, for a template to show as it is."""
    return SafeString(html)


def _blocks(lines: list[str], depth: int) -> Iterator[str]:
    for kind, group in groupby(lines, lambda line: _kind(line, depth)):
        match kind:
            case "quote":
                inner = [QUOTED.sub("", line, count=1) for line in group]
                yield f"<blockquote>{''.join(_blocks(inner, depth - 1))}</blockquote>"
            case "ul":
                yield _list("ul", BULLET, group)
            case "ol":
                yield _list("ol", NUMBER, group)
            case "text":
                yield f"<p>{'<br>'.join(_inline(line.strip(), DEEPEST) for line in group)}</p>"


def _kind(line: str, depth: int) -> str:
    if not line.strip():
        return "blank"
    if depth and QUOTED.match(line):
        return "quote"
    if BULLET.match(line):
        return "ul"
    return "ol" if NUMBER.match(line) else "text"


def _list(tag: str, sign: re.Pattern[str], lines: Iterator[str]) -> str:
    points = (_inline(sign.sub("", line, count=1).strip(), DEEPEST) for line in lines)
    return f"<{tag}>{''.join(f'<li>{point}</li>' for point in points)}</{tag}>"


def _inline(text: str, depth: int) -> str:
    if not depth:
        return escape(text)
    done, html = 0, []
    for found in INLINE.finditer(text):
        html += [escape(text[done : found.start()]), _element(found, depth - 1)]
        done = found.end()
    return "".join([*html, escape(text[done:])])


def _element(found: re.Match[str], depth: int) -> str:
    match found.lastgroup:
        case "code":
            return f"<code>{escape(found['code'])}</code>"
        case "href":
            return f'<a href="{escape(found["href"])}">{escape(found["label"])}</a>'
        case "url":
            address = found["url"].rstrip(".,;:!?")
            rest = found["url"][len(address) :]
            return f'<a href="{escape(address)}">{escape(address)}</a>{escape(rest)}'
        case "bold":
            return f"<strong>{_inline(found['bold'], depth)}</strong>"
        case _:
            return f"<em>{_inline(found['italic'], depth)}</em>"
