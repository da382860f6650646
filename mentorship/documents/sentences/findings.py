"""What is told to the owner of a file about it, and to nobody else."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import ngettext

from accounts.reader import Reader
from mentorship.documents.models import Version

Facts = Mapping[str, Any]  # from a JSON column: texts and numbers


def _remarks(facts: Facts) -> str:
    comments, changes = int(facts.get("comments", 0)), int(facts.get("changes", 0))
    if not changes:
        told = ngettext(
            "Your file contains %(comments)d comment, which is not shown here.",
            "Your file contains %(comments)d comments, which are not shown here.",
            comments,
        )
    elif not comments:
        told = ngettext(
            "Your file contains %(changes)d tracked change, which is not shown here: the text is as it "
            "will be once it is accepted.",
            "Your file contains %(changes)d tracked changes, which are not shown here: the text is as it "
            "will be once they are accepted.",
            changes,
        )
    else:
        told = _both(comments, changes)
    return told % {"comments": comments, "changes": changes}


def _both(comments: int, changes: int) -> str:
    if comments == 1:
        return ngettext(
            "Your file contains 1 comment and %(changes)d change, which are not shown here.",
            "Your file contains 1 comment and %(changes)d changes, which are not shown here.",
            changes,
        )
    return ngettext(
        "Your file contains %(comments)d comments and %(changes)d change, which are not shown here.",
        "Your file contains %(comments)d comments and %(changes)d changes, which are not shown here.",
        changes,
    )


def _unseen(facts: Facts) -> str:
    return ngettext(
        "Software reads %(count)d word in this file that people cannot see, in line %(line)d: "
        "“%(example)s”. It may be the same colour as the paper, or hidden behind something.",
        "Software reads %(count)d words in this file that people cannot see, the first in line "
        "%(line)d: “%(example)s”. They may be the same colour as the paper, or hidden behind something.",
        int(facts.get("count", 0)),
    ) % _known(facts)


def _unmapped(facts: Facts) -> str:
    return ngettext(
        "%(count)d line contains letters that software can’t read, because their font doesn’t say what "
        "they are. Line %(line)d comes out as “%(example)s”.",
        "%(count)d lines contain letters that software can’t read, because their font doesn’t say what "
        "they are. Line %(line)d comes out as “%(example)s”.",
        int(facts.get("count", 0)),
    ) % _known(facts)


def _odd(facts: Facts) -> str:
    return ngettext(
        "Software reads a wrong character in %(count)d word: line %(line)d comes out with “%(example)s”. "
        "People see the right letters, which this font draws as one. Another font, or saving the PDF from "
        "the program you wrote it in, usually mends it.",
        "Software reads a wrong character in %(count)d words: line %(line)d comes out with “%(example)s”. "
        "People see the right letters, which this font draws as one. Another font, or saving the PDF from "
        "the program you wrote it in, usually mends it.",
        int(facts.get("count", 0)),
    ) % _known(facts)


def _known(facts: Facts) -> dict[str, str | int]:
    count, line = (int(facts.get(name, 0)) for name in ("count", "line"))
    return {"count": count, "line": line, "example": str(facts.get("example", ""))}


SENTENCES: dict[str, Callable[[Facts], str]] = {
    "remarks-inside": _remarks,
    "unseen-words": _unseen,
    "unmapped-letters": _unmapped,
    "odd-letters": _odd,
}


def for_owner(version: Version) -> list[str]:
    """One sentence for each finding about `version`, on pages that only its owner sees."""
    return [SENTENCES[code](facts) for code, facts in version.findings if code in SENTENCES]


def told(version: Version, reader: Reader) -> list[str]:
    """The same, and nothing to anybody but its owner."""
    person = reader.person if reader.owns else None
    is_owner = person is not None and person.pk == version.document.owner_id
    return for_owner(version) if is_owner else []
