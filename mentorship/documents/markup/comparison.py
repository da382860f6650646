"""Two versions compared, as HTML: what went, what came, and what stayed around it.

Made here and not in a template, for there may be many rows.
"""

from collections.abc import Iterable, Iterator
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentorship.documents.text.changes import How
from mentorship.documents.text.comparing import Passage, Row


def passages_html(told: Iterable[Passage]) -> SafeString:
    """Passages as HTML: <p> for each row, folded ones in <details>."""
    said = _Words()
    return SafeString("\n".join([_passage(passage, said) for passage in told]))


class _Words:
    """What is said again and again, translated once."""

    def __init__(self) -> None:
        self.tags = {
            How.DELETED: ("<del>", "</del>"),
            How.INSERTED: ("<ins>", "</ins>"),
            How.MOVED_AWAY: ('<del class="moved">', "</del>"),
            How.MOVED_HERE: ('<ins class="moved">', "</ins>"),
        }
        self.before = {
            How.DELETED: _hidden(_("removed:")),
            How.INSERTED: _hidden(_("added:")),
            How.MOVED_AWAY: _hidden(_("moved away:")),
            How.MOVED_HERE: _hidden(_("moved here:")),
        }
        self.after = {
            How.DELETED: _hidden(_("end of what was removed")),
            How.INSERTED: _hidden(_("end of what was added")),
            How.MOVED_AWAY: _hidden(_("end of what moved away")),
            How.MOVED_HERE: _hidden(_("end of what moved here")),
        }


def _hidden(text: str) -> str:
    return f'<span class="visually-hidden change-word"> {escape(text)} </span>'


def _passage(passage: Passage, said: _Words) -> str:
    shown = "\n".join([_row(row, said) for row in passage.rows])
    if not passage.is_folded:
        return shown
    count = len(passage.rows)
    show = ngettext("Show %(count)s unchanged line", "Show %(count)s unchanged lines", count)
    hide = ngettext("Hide %(count)s unchanged line", "Hide %(count)s unchanged lines", count)
    return (
        '<details class="fold"><summary>'
        f'<span class="when-closed">{escape(show % {"count": count})}</span>'
        f'<span class="when-open">{escape(hide % {"count": count})}</span></summary>\n'
        f"{shown}\n</details>"
    )


def _row(row: Row, said: _Words) -> str:
    looks = "compared-row"
    if row.opens_block:
        looks += " opens-block"
    if not row.is_kept:
        looks += " is-changed"
    return f'<p class="{looks}" dir="auto">{"".join(_parts(row, said)).strip()}</p>'


def _parts(row: Row, said: _Words) -> Iterator[str]:
    for part in row.parts:
        if part.how is How.KEPT:
            yield escape(part.text)
            continue
        (opens, closes), text = said.tags[part.how], part.text.rstrip()
        # Blanks stand outside, where they are not struck through or underlined too.
        blank = part.text[len(text) :]
        yield f"{opens}{said.before[part.how]}{escape(text)}{said.after[part.how]}{closes}{blank}"
