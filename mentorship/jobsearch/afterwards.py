"""The debrief of a job that has answered: its prompts, its lessons, what the employer said."""

import re

from django.utils.translation import gettext as _

from mentorship.jobsearch.lengths import MAX_LESSONS
from mentorship.jobsearch.models import Pursuit

ITEM = re.compile(r"^ {0,3}(?:\d{1,2}[.)]|[-*+])[ \t]+(\S.*)$", re.MULTILINE)

QUOTED = re.compile(r"[^\n]*\n+(?:>.*\n*)+")  # a heading, and nothing but quoted lines


def beginning() -> str:
    """The text it begins as, in Markdown, in the language of now."""
    asked = (
        _("How far it went"),
        _("What was asked"),
        _("What went well"),
        _("What did not"),
        _employer_said(),
        _("What I do differently next time: three things at most"),
    )
    lessons = "".join(f"{number}. \n" for number in range(1, MAX_LESSONS + 1))
    return "\n\n".join(f"## {one}\n" for one in asked) + f"\n{lessons}"


def title(pursuit: Pursuit) -> str:
    """What it is called until she calls it something else."""
    return _("How it went: %(job)s") % {"job": pursuit.called}


def lessons_in(text: str) -> list[str]:
    """The first items of the list that a debrief ends with, at most `MAX_LESSONS`; none where it has none.

    What the employer wrote may have been put behind it, where the debrief had no place for that.
    """
    parts = re.split(r"^#{1,6} ", text, flags=re.MULTILINE)
    last = next((part for part in reversed(parts) if not QUOTED.fullmatch(part)), "")
    return [found.strip(" *_") for found in ITEM.findall(last)][:MAX_LESSONS]


def with_answer(text: str, answer: str) -> str:
    """The debrief with what the employer wrote, quoted under “What the employer said”.

    At the end of that section, or of the text under a heading of its own where there is no such
    section. A debrief that quotes these words already stays as it is.
    """
    quoted = "\n".join(f"> {line}".rstrip() for line in answer.strip().splitlines())
    if quoted in text:
        return text
    heading = f"## {_employer_said()}"
    lines = text.splitlines()
    at = next((n for n, line in enumerate(lines) if line.strip() == heading), None)
    if at is None:
        return "\n\n".join(filter(None, (text.rstrip(), heading, quoted))) + "\n"
    end = next((n for n in range(at + 1, len(lines)) if lines[n].startswith("#")), len(lines))
    before, after = "\n".join(lines[:end]).rstrip(), "\n".join(lines[end:])
    return "\n\n".join(filter(None, (before, quoted, after))).rstrip("\n") + "\n"


def _employer_said() -> str:
    return _("What the employer said")
