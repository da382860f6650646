"""Why a posting that came as a file could not be read, as a sentence that says what to do."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentorship.documents.sentences import refusals
from mentorship.jobsearch.models import PostingFile


def why(file: PostingFile) -> str:
    """The sentence of its refusal, in the reader's language; empty while there is none."""
    if not file.is_refused:
        return ""
    facts = file.refusal.get("facts") or {}
    match file.refusal.get("code"):
        case "no-words":
            return _(
                "There are no words in this file, only a picture of them. Copy the text of the "
                "posting and paste it instead."
            )
        case "too-long":
            return too_long(int(facts.get("more", 0)))
        case _code:
            return refusals.sentence_for(file.refusal)


def too_long(more: int) -> str:
    """What is said of a posting with so many characters more than are kept."""
    return ngettext(
        "This posting is %(count)s character too long. Keep what is about the job.",
        "This posting is %(count)s characters too long. Keep what is about the job.",
        more,
    ) % {"count": more}
