"""What is the matter when a file waits for us, as sentences for whoever uploaded it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mentorship.documents.models import Opened

SENTENCES = {
    "interrupted": _(
        "This one is on us: the program that opens your file was interrupted. Your file is safe, and "
        "we try again by ourselves."
    ),
    "slow": _(
        "This one is on us: our machine ran out of time with your file. Your file is safe, "
        "and we try again by ourselves."
    ),
    "no-room": _(
        "This one is on us: there is no room left on our disk. Your file is safe, and we try again "
        "by ourselves."
    ),
    "no-store": _(
        "This one is on us: the place where files are kept does not answer as it should. We try "
        "again by ourselves."
    ),
    "missing": _(
        "This one is on us: we cannot find the file you uploaded. We keep looking. If you have it "
        "at hand, upload it once more."
    ),
    "broken": _(
        "This one is on us: our program made a mistake with your file. Your file is safe, and we try "
        "again by ourselves."
    ),
}
# What whoever runs the service is told of the same.
CAUSES = {
    "interrupted": "a process was killed, perhaps for want of memory",
    "slow": "the machine was too slow",
    "no-room": "the disk is full: the folder for files, or the one for temporary files",
    "no-store": "the file store does not answer as it should",
    "missing": "the file is not in the store",
    "broken": "a converter failed; the worker's log says where",
}


GIVEN_UP = _(
    "This one is on us: we tried for days to open your file and could not. We no longer try by "
    "ourselves, but whoever runs this service knows, and can start again. Your file is safe. You "
    "can also save it as a PDF and upload that."
)
MISSING_FOR_DAYS = _(
    "This one is on us: we cannot find the file you uploaded, and have stopped looking. Whoever runs "
    "this service knows. If you have it at hand, upload it once more."
)


def trouble_of(row: Opened) -> str:
    """What stands in the way of a file; of one that is tried no more something always does."""
    return row.trouble or ("broken" if row.is_given_up else "")


def sentence(row: Opened) -> str | Promise:
    """Why this file waits, for its owner."""
    if row.is_given_up:
        return MISSING_FOR_DAYS if row.trouble == "missing" else GIVEN_UP
    return SENTENCES.get(row.trouble, SENTENCES["broken"])
