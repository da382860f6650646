"""The lines of a page as HTML, each with how much is said about it.

Made here and not in a template, as the HTML of threads is, and for the same reason.
"""

from collections.abc import Iterable
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentorship.documents.reading.pages import ShownLine


def items(lines: Iterable[tuple[ShownLine, int]]) -> SafeString:
    """An <li> for each line: numbered, to be reached by keyboard, with how much is said about it."""
    return SafeString("".join([_item(line, count) for line, count in lines]))


def _item(line: ShownLine, count: int) -> str:
    number = line.number
    looks = "line"
    if line.opens_block:
        looks += " opens-block"
    if line.goes_on:
        looks += " goes-on"
    if line.mid_word:
        looks += " mid-word"
    if count:
        looks += " has-threads"
    if line.is_changed:
        looks += " is-changed"
    # Of all lines one is in the tab order; from there the arrow keys lead on.
    return (
        f'<li class="{looks}" id="line-{number}" value="{number}" tabindex="{0 if number == 1 else -1}"'
        f' data-start="{line.start}"><span class="line-number">{number} </span>'
        f'<span class="words" dir="auto">{escape(line.text)}</span>{_count(count) if count else ""}'
        f"{_changed() if line.is_changed else ''}</li>"
    )


def _changed() -> str:
    return f' <span class="line-changed visually-hidden">{escape(_("changed"))}</span>'


def _count(count: int) -> str:
    words = ngettext("%(count)s comment", "%(count)s comments", count) % {"count": count}
    return f'<span class="line-count visually-hidden">{escape(words)}</span>'
