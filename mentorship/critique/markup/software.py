"""What software reads as HTML: rows of runs, each with what was found of it.

A run that is in the text is an element like a line of the other views, so that what can be done with
one of those can be done with it.
"""

from collections.abc import Iterable, Iterator
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentorship.critique.margin.software import Run
from mentorship.documents.formats.simple.kinds import ICON, PICTURE
from mentorship.documents.sentences.simple import brief
from mentorship.documents.text.folding import SOFT_HYPHEN, is_right_to_left

NO_SIGN = "□"


def software_rows(rows: Iterable[list[Run]]) -> SafeString:
    """The rows of a page. What goes on from row to row is named where it begins."""
    return SafeString("".join(_told(rows)))


def _told(rows: Iterable[list[Run]]) -> Iterator[str]:
    before = ""
    for row in rows:
        marks = "".join(dict.fromkeys("".join([run.marks for run in row])))
        inner = " ".join([_run(run) for run in row])
        names = "".join([_name(mark) for mark in marks if mark not in before])
        direction = "rtl" if is_right_to_left("".join([run.text for run in row])) else "ltr"
        looks = "".join([f" found-{mark}" for mark in marks])
        kind = f"row-read{' is-found' if marks else ''}{looks}"
        yield f'<p class="{kind}" dir="{direction}">{inner}{names}</p>'
        before = marks


def _name(mark: str) -> str:
    return f' <a class="found-name" href="#found-{mark}">{escape(brief(mark))}</a>'


def _run(run: Run) -> str:
    looks = "".join([f" mark-{mark}" for mark in run.marks])
    if run.line is None:
        return _beside(run, looks)
    if run.count:
        looks += f" has-threads kind-{run.kind}"
    if run.is_changed:
        looks += " is-changed"
    number = run.line
    named = f' id="line-{number}"' if run.is_first else ""
    leads = 0 if number == 1 and run.is_first else -1
    words = run.text if run.text.endswith(SOFT_HYPHEN) else run.text + "\n"
    return (
        f'<span class="line{looks}"{named} data-number="{number}" data-start="{run.start}" data-offset="{run.offset}"'
        f' tabindex="{leads}"><span class="line-number" aria-hidden="true">{number} </span>'
        f'<span class="words">{escape(words)}</span>{_count(run.count) if run.count else ""}'
        f"{_changed() if run.is_changed else ''}</span>"
    )


def _beside(run: Run, looks: str) -> str:
    """What is in no line, so that nothing can be said of it."""
    if run.marks == PICTURE:
        said = f"<em>{escape(_('A picture: nothing to read'))}</em>"
    elif run.marks == ICON:
        sign = run.text if run.text.isalnum() else NO_SIGN
        said = f'<span aria-hidden="true">{escape(sign)}</span>'
    else:
        said = escape(run.text)
    return f'<span class="beside{looks}">{said}</span>'


def _changed() -> str:
    return f' <span class="line-changed visually-hidden">{escape(_("changed"))}</span>'


def _count(count: int) -> str:
    words = ngettext("%(count)s comment", "%(count)s comments", count) % {"count": count}
    return f'<span class="line-count visually-hidden">{escape(words)}</span>'
