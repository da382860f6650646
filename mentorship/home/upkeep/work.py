"""What workers do: whether sweeps come, and how long something has waited for them."""

from datetime import datetime, timedelta

from django.conf import settings

from mentorship.documents.opening import telling, turns
from mentorship.documents.store import orphans as odd_files
from mentorship.home.upkeep import heartbeats
from mentorship.home.upkeep.findings import Finding, amiss, well
from mentorship.notifications import waiting
from mentorship.toolbox.clock import moments
from mentorship.toolbox.words.phrases import listed

PATIENCE = timedelta(minutes=5)  # something due may wait so long where much is due


def sweeps() -> Finding:
    """Whether workers sweep, each queue's."""
    silent = heartbeats.silent()
    age = heartbeats.last()
    if silent:
        return amiss(
            f"Nobody does {listed(silent)}. Do workers run, one for each queue (quick, conversions)?",
            age,
        )
    return well("Workers sweep.", age)


def letters() -> Finding:
    """How long the oldest letter that is due has waited."""
    return _oldest(waiting.oldest_due_letter(), "letter")


def versions() -> Finding:
    """How long the oldest upload that is due has waited for its reading copy."""
    return _oldest(turns.oldest_due(), "reading copy")


def _oldest(due_at: datetime | None, what: str) -> Finding:
    if due_at is None:
        return well(f"No {what} is due.", 0)
    age = moments.now() - due_at
    sentence = f"The oldest {what} that is due has waited {age.total_seconds():.0f} seconds."
    return (amiss if age > PATIENCE else well)(sentence, age.total_seconds())


def uploads() -> Finding:
    """Whether uploads wait for something that is ours to mend."""
    told = telling.about_uploads()
    return amiss(" ".join(told)) if told else well("No upload waits for this machine to be mended.")


def orphans() -> Finding:
    """Whether files lie in the store that no row names."""
    told = odd_files.told()
    return amiss(" ".join(told)) if told else well("Every file belongs to a row.")


def converters() -> Finding:
    """Whether office files are laid out as their authors saw them."""
    if settings.SOFFICE:
        return well(f"Office files are laid out by {settings.SOFFICE}.")
    return well(
        "LibreOffice was not found: office files are set more simply, and their pages say so."
        " `apt install libreoffice-writer-nogui`, or set SOFFICE."
    )


def isolation() -> Finding:
    """Whether files are opened without network."""
    heard = heartbeats.converters()
    if not heard:
        return amiss("No worker of the queue `conversions` says whether it has a network.")
    open_at = [machine for machine, is_without in heard.items() if not is_without]
    if not open_at:
        return well("Files are opened without network.")
    return amiss(
        f"Files are opened with network on {listed(open_at)}."
        " It needs a kernel that lets a process close its own network."
    )
