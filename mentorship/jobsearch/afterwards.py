"""What a seeker writes once a job has answered, as it begins: prompts, and a letter to change."""

import re
from typing import Literal, get_args

from django.utils.translation import gettext as _

from mentorship.jobsearch.lengths import MAX_LESSONS
from mentorship.jobsearch.models import Pursuit

Kind = Literal["debrief", "follow_up"]
ITEM = re.compile(r"^ {0,3}(?:\d{1,2}[.)]|[-*+])[ \t]+(\S.*)$", re.MULTILINE)
KINDS: tuple[Kind, ...] = get_args(Kind)


def beginning(kind: Kind, pursuit: Pursuit) -> str:
    """The text it begins as, in Markdown, in the language of now."""
    return _letter(pursuit) if kind == "follow_up" else _prompts()


def title(kind: Kind, pursuit: Pursuit) -> str:
    """What it is called until she calls it something else."""
    facts = {"job": pursuit.called}
    if kind == "follow_up":
        return _("To the employer: %(job)s") % facts
    return _("How it went: %(job)s") % facts


def lessons_in(text: str) -> list[str]:
    """The first items of the list that a debrief ends with, at most `MAX_LESSONS`; none where it has none."""
    last = re.split(r"^#{1,6} ", text, flags=re.MULTILINE)[-1]
    return [found.strip(" *_") for found in ITEM.findall(last)][:MAX_LESSONS]


def _prompts() -> str:
    asked = (
        _("How far it went"),
        _("What was asked"),
        _("What went well"),
        _("What did not"),
        _("What the employer said"),
        _("What I do differently next time: three things at most"),
    )
    lessons = "".join(f"{number}. \n" for number in range(1, MAX_LESSONS + 1))
    return "\n\n".join(f"## {one}\n" for one in asked) + f"\n{lessons}"


def _letter(pursuit: Pursuit) -> str:
    facts = {"role": pursuit.role, "name": pursuit.owner.name}
    return (
        _(
            "Hello,\n\n"
            "thank you for telling me, and for the time you gave to my application (%(role)s).\n\n"
            "I would like to do better next time. If you have a minute: what could I have shown or "
            "said that would have helped you?\n\n"
            "One sentence is plenty, and I understand if you cannot answer.\n\n"
            "Kind regards\n%(name)s\n"
        )
        % facts
    )
